const PATHS = {
  alert: 'M8 2.5 14 13H2zM8 6.5v3M8 11.3v.1',
  audit: 'M3.5 2.5h9v11h-9zM6 5.5h4M6 8h4M6 10.5h2',
  back: 'M6.5 4 2.5 8l4 4M2.5 8h7a4 4 0 0 1 4 4',
  bin: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9',
  board: 'M2.5 2.5h3v11h-3zM6.5 2.5h3v7h-3zM10.5 2.5h3v9h-3z',
  box: 'M2.5 5 8 2l5.5 3v6L8 14l-5.5-3zM2.5 5 8 8l5.5-3M8 8v6',
  chart: 'M2.5 13.5h11M4 11V8M8 11V3.5M12 11V6',
  check: 'M3 8.5 6.5 12 13 4.5',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 5v3.2l2 1.5',
  coin: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM5.5 5.5 8 8.5l2.5-3M8 8.5V12M6 9.5h4',
  cols: 'M2.5 3h11v10h-11zM6.5 3v10M10 3v10',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  cycle: 'M13 8a5 5 0 1 1-1.5-3.5M13 2.5v2.5h-2.5',
  deal: 'M2.5 8 8 2.5h5.5V8L8 13.5zM10.7 5.3v.1',
  down: 'M4 6l4 4 4-4',
  edit: 'M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3zM9 4.7 11.3 7',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  gear: 'M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6M10 3v3M6 10v3',
  home: 'M2.5 7 8 2.5 13.5 7v6.5h-4v-4h-3v4h-4z',
  import: 'M8 2.5v7M5 7l3 3 3-3M2.5 11v2.5h11V11',
  keys: 'M1.5 4h13v8h-13zM4 6.5h.1M6.7 6.5h.1M9.3 6.5h.1M12 6.5h.1M5 9.5h6',
  left: 'M10 4 6 8l4 4',
  link: 'M6.5 9.5l3-3M7 5l1.5-1.5a2.8 2.8 0 0 1 4 4L11 9M9 11l-1.5 1.5a2.8 2.8 0 0 1-4-4L5 7',
  mail: 'M2.5 3.5h11v9h-11zM2.5 4.5 8 9l5.5-4.5',
  mark: 'M3 2.5v11M3 5h10M3 9h7M3 13h4',
  moon: 'M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  next: 'M4.5 3.5 10 8l-5.5 4.5zM12 3.5v9',
  no: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM4 4l8 8',
  out: 'M6.5 2.5h-4v11h4M10.5 5l3 3-3 3M13.5 8H6',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  people:
    'M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M10.5 3a2.3 2.3 0 0 1 0 4.3M12 9.8c1.5.6 2.5 1.9 2.5 3.7',
  phone: 'M4 2.5h2.5L7.5 6 6 7a7 7 0 0 0 3 3l1-1.5 3.5 1V12c0 1-.8 1.5-1.5 1.5C7 13.5 2.5 9 2.5 4c0-.8.6-1.5 1.5-1.5z',
  play: 'M5 3v10l7.5-5z',
  plus: 'M8 3v10M3 8h10',
  prev: 'M11.5 3.5 6 8l5.5 4.5zM4 3.5v9',
  right: 'M6 4l4 4-4 4',
  search: 'M7 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM10.7 10.7 14 14',
  split: 'M2.5 3h4.5v10H2.5zM9 3h4.5v10H9z',
  star: 'M8 2.2l1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6z',
  sun: 'M8 10.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M3.4 12.6l1-1M11.6 4.4l1-1',
  talk: 'M2.5 3.5h11v7.5H7l-3 2.5v-2.5H2.5z',
  truck:
    'M1.5 4h8v7h-8zM9.5 6.5h3l2 2.5v2h-5M4.5 13a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6zM11.5 13a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6z',
  up: 'M4 10l4-4 4 4',
  user: 'M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8zM2.8 13.8c.4-2.6 2.4-4 5.2-4s4.8 1.4 5.2 4',
  x: 'M4 4l8 8M12 4l-8 8',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside a word; never without one, except in a control that has a label of its own. */
export const Icon = ({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) => (
  <svg className={small ? 'i s' : 'i'} viewBox="0 0 16 16" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
);
