import type { ReactNode } from 'react';

const paths = {
  /** What needs care: amber notes and late promises. */
  attention: <path d="M12 4 2.5 20h19L12 4zm0 6v4.5m0 2.7v.1" />,
  tick: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  information: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 8v5.5m0-9v.1" />,
  offline: <path d="M3 3l18 18M5 9.5a11 11 0 0 1 3.5-2.2m4.5-.8a11 11 0 0 1 6 3M8.5 13.5a6 6 0 0 1 4-1.5m3.5 2-.5-.5M12 18v.1" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  search: <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm5 11.5 5 5" />,
  person: <path d="M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c.7-4 3.6-6 7.5-6s6.8 2 7.5 6" />,
  home: <path d="M4 11.5 12 4.5l8 7V20H4z" />,
  people: <path d="M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zm-6.5 14.5c.6-3.4 3-5 6.5-5s5.9 1.6 6.5 5M16 5.3a3.5 3.5 0 0 1 0 6.5m2 3c2 .6 3.2 2.2 3.6 4.7" />,
  map: <path d="m9 5-6 2.5v12L9 17l6 2.5 6-2.5V5l-6 2.5L9 5zm0 0v12m6-9.5v12" />,
  key: <path d="M8 10.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8zm2.8 1.2L20 3m-3.5 3.3 2.5 2.5" />,
  pulse: <path d="M3 12h4l3-7 4 14 3-7h4" />,
  sun: <path d="M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zm0-5v1.5m0 15V21M3 12h1.5m15 0H21M5.6 5.6l1.1 1.1m10.6 10.6 1.1 1.1m0-12.8-1.1 1.1M6.7 17.3l-1.1 1.1" />,
  moon: <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

/** A line drawing beside words; it never stands alone, so it is hidden from readers of the page's text. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      {paths[name]}
    </svg>
  );
}
