import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

/** `primary` is vermilion and stands once on a page; `danger` is for what destroys. */
export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  readonly tone?: ButtonTone;
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: IconName;
  readonly iconAfter?: IconName;
  /** Fills its line, for narrow forms. */
  readonly wide?: boolean;
}

export interface ButtonProps extends Look, ComponentPropsWithRef<'button'> {
  /** Work under way: the button keeps its place and focus, and ignores further clicks. */
  readonly busy?: boolean;
}

const look = ({ tone = 'secondary', size = 'medium', wide }: Look, more?: string) =>
  classNames(styles.button, styles[tone], styles[size], wide && styles.wide, more);

export function Button({
  tone,
  size,
  icon,
  iconAfter,
  wide,
  busy,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={look({ tone, size, wide }, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      <Content icon={icon} iconAfter={iconAfter} busy={busy}>
        {children}
      </Content>
    </button>
  );
}

/** Looks like a button, is a link: for going somewhere. */
export function ButtonLink({
  tone,
  size,
  icon,
  iconAfter,
  wide,
  className,
  children,
  ...rest
}: Look & LinkProps) {
  return (
    <Link {...rest} className={look({ tone, size, wide }, className)}>
      <Content icon={icon} iconAfter={iconAfter}>
        {children}
      </Content>
    </Link>
  );
}

export interface IconButtonProps extends ComponentPropsWithRef<'button'> {
  readonly icon: IconName;
  /** Says what it does; becomes name and tooltip. */
  readonly label: string;
}

/** A square button with a picture only; its label is its accessible name and its tooltip. */
export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={classNames(styles.icon, className)}
    >
      <Icon name={icon} size={20} />
    </button>
  );
}

interface ContentProps extends Pick<Look, 'icon' | 'iconAfter'> {
  readonly busy?: boolean;
  readonly children?: ReactNode;
}

function Content({ icon, iconAfter, busy, children }: ContentProps) {
  return (
    <>
      {busy ? <span className={styles.spinner} aria-hidden="true" /> : icon && <Icon name={icon} />}
      <span>{children}</span>
      {iconAfter && <Icon name={iconAfter} />}
    </>
  );
}
