import styles from './logo.module.css';

/** The nine squares with the ninth in vermilion, and the name. */
export function Logo({ wordmark = true }: { readonly wordmark?: boolean }) {
  return (
    <span className={styles.logo}>
      <svg className={styles.mark} viewBox="0 0 26 26" aria-hidden="true">
        <path
          className={styles.ink}
          d="M1 1h7v7H1zM9.5 1h7v7h-7zM18 1h7v7h-7zM1 9.5h7v7H1zM9.5 9.5h7v7h-7zM18 9.5h7v7h-7zM1 18h7v7H1zM9.5 18h7v7h-7z"
        />
        <path className={styles.seal} d="M18 18h7v7h-7z" />
      </svg>
      {wordmark && (
        <span className={styles.word} lang="en" translate="no">
          Ennead
        </span>
      )}
    </span>
  );
}
