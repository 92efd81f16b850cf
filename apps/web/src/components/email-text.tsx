import styles from './email-text.module.css';

/** An e-mail address that breaks before its @ when the column is narrow, and elsewhere only if it must. */
export function EmailText({ email }: { readonly email: string }) {
  const at = email.lastIndexOf('@');
  if (at < 1) return <span className={styles.email}>{email}</span>;
  return (
    <span className={styles.email}>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </span>
  );
}
