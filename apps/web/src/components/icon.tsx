import styles from './icon.module.css';

/** Strokes on a 24 grid; drawn for this project, so that no icon font or sprite is fetched. */
const paths = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  warning: 'M12 4.5L3.5 19.5h17zM12 10v4.5M12 17v.2',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.6v.2',
  question:
    'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM9.5 9.7a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.2.9-1.2 1.9M12 16.9v.2',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  dot: 'M12 9a3 3 0 1 0 0 6a3 3 0 0 0 0-6z',
  circle: 'M12 4.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15z',
  half: 'M12 4.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15zM12 4.5v15',
  ban: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM6 6l12 12',
  flag: 'M6 21V4.5M6 4.5h11l-2 4 2 4H6',
  lock: 'M6.5 11h11v9h-11zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  up: 'M6 14.5l6-6 6 6',
  down: 'M6 9.5l6 6 6-6',
  left: 'M14.5 6l-6 6 6 6',
  right: 'M9.5 6l6 6-6 6',
  sort: 'M8 10l4-4.5 4 4.5M8 14l4 4.5 4-4.5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  search: 'M10.5 4.5a6 6 0 1 0 0 12a6 6 0 0 0 0-12zM15 15l5 5',
  filter: 'M4 6h16M7.5 12h9M10.5 18h3',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
  upload: 'M12 16V5M7.5 9L12 4.5 16.5 9M5 20h14',
  external: 'M9.5 5H5v14h14v-4.5M13.5 4.5h6v6M19 5l-8.5 8.5',
  link: 'M10 14a3.5 3.5 0 0 0 5 0l3.5-3.5a3.5 3.5 0 0 0-5-5L12.5 6.5M14 10a3.5 3.5 0 0 0-5 0l-3.5 3.5a3.5 3.5 0 0 0 5 5l1-1',
  copy: 'M9 9h10.5v10.5H9zM15 9V4.5H4.5V15H9',
  file: 'M6.5 3.5h7l4 4v13h-11zM13.5 3.5v4h4',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  edit: 'M5 19l.8-3.8L16 5l3 3L8.8 18.2z',
  trash: 'M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7',
  refresh: 'M19 12a7 7 0 1 1-2-4.9M19.5 4v4h-4',
  play: 'M8 5.5l10.5 6.5L8 18.5z',
  user: 'M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM4.5 20.5c.8-4 3.8-5.5 7.5-5.5s6.7 1.5 7.5 5.5',
  people:
    'M9 5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7zM2.8 19.5c.6-3.5 3-5 6.2-5s5.6 1.5 6.2 5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.8c2 .6 3.3 2.1 3.7 4.7',
  sun: 'M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  system: 'M4 5h16v10.5H4zM9 20h6M12 15.5V20',
  offline: 'M4 4l16 16M8.5 15.5a5 5 0 0 1 7 0M5.5 12.2a9 9 0 0 1 4-2.3M18.5 12.2a9 9 0 0 0-5-2.6M12 19v.2',
  eye: 'M2.5 12s3.5-6.5 9.5-6.5 9.5 6.5 9.5 6.5-3.5 6.5-9.5 6.5S2.5 12 2.5 12zM12 9a3 3 0 1 0 0 6a3 3 0 0 0 0-6z',
  eyeOff:
    'M4 4l16 16M10 5.7a9.6 9.6 0 0 1 2-.2c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.6 3.300M6 7.700A15.5 15.5 0 0 0 2.5 12s3.5 6.5 9.5 6.500a9.5 9.5 0 0 0 4-.9M9.9 10a3 3 0 0 0 4.2 4.2',
  logOut: 'M14.5 4.500H5v15h9.500M10 12h10.500M17 8.500l3.5 3.5-3.5 3.5',
  bell: 'M6 17h12l-1.5-2.500V10.500a4.500 4.500 0 0 0-9 0v4zM10.300 19.800h3.400M12 6V4',
  inbox: 'M4 13.500L6.500 5h11l2.500 8.500V19H4zM4 13.500h4.500l1 2.500h5l1-2.500H20',
  seal: 'M5 5h14v14H5zM9 9h6v6H9z',
  language:
    'M4 6h9M8.5 4v2M11.5 6c-.8 3.5-3.3 6.3-7 8M6 9c1 2.2 2.9 3.9 5.5 5M12.5 20l4-10 4 10M13.9 16.7h5.2',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside words; hidden from assistive technology because the words say it. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className={styles.icon}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
