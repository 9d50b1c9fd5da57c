const percent = (value) => `${(100 * value).toFixed(0)} %`;

export const share = (least) => ({ text: `≥ ${percent(least)}`, show: percent, met: (value) => value >= least });

export const below = (most, unit) => ({
  text: `< ${most} ${unit}`,
  show: (value) => `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`,
  met: (value) => value < most,
});

export const atLeast = (least, unit) => ({
  text: `≥ ${least.toLocaleString('en')} ${unit}`,
  show: (value) => `${Math.round(value).toLocaleString('en')} ${unit}`,
  met: (value) => value >= least,
});

/** A figure without a budget. */
export const noted = (unit) => ({ text: 'none', show: (value) => `${Math.round(value).toLocaleString('en')} ${unit}` });
