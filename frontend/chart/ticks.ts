/** The units of a metric's figures, as the server names them. */
export type Unit = 'ratio' | 'seconds' | 'milliseconds' | 'count' | 'score' | 'attempts';

/** An axis tick in the reader's language: short, with its unit where it needs one. */
export function formatTick(value: number, unit: Unit, locale: string): string {
  switch (unit) {
    case 'ratio':
      return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(value);
    case 'seconds':
      return formatSeconds(value, locale);
    case 'milliseconds':
      return formatUnit(value, 'millisecond', locale);
    case 'score':
      return new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(value);
    default:
      return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
  }
}

function formatSeconds(value: number, locale: string): string {
  if (Math.abs(value) >= 2 * 86400) {
    return formatUnit(value / 86400, 'day', locale);
  }
  if (Math.abs(value) >= 2 * 3600) {
    return formatUnit(value / 3600, 'hour', locale);
  }
  if (Math.abs(value) >= 60) {
    return formatUnit(value / 60, 'minute', locale);
  }
  return formatUnit(value, 'second', locale);
}

function formatUnit(value: number, unit: string, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(value);
}

const TIME_STEPS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400,
];

/** The distance between ticks, in seconds, that gives an axis of durations round figures. */
export function timeStep(most: number): number {
  const fitting = TIME_STEPS.find((step) => most / step <= 6);
  return fitting ?? Math.ceil(most / 6 / 86400) * 86400;
}
