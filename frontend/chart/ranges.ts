import type { Unit } from './ticks';

/** The part of an axis that its data take up; Chart.js lets a callback change it. */
export interface Limits {
  min: number;
  max: number;
}

const MARGIN = 0.05;

/**
 * Gives the data some air, but never shows figures that the unit does not have: a share below 0, an
 * NPS above 100, or a share above 1 where none is.
 */
export function giveAir(limits: Limits, unit: Unit) {
  const air = (limits.max - limits.min) * MARGIN;
  const least = unit === 'score' ? -100 : 0;
  const most = unit === 'score' ? 100 : unit === 'ratio' && limits.max <= 1 ? 1 : Infinity;
  limits.min = Math.max(limits.min - air, Math.min(limits.min, least));
  limits.max = Math.min(limits.max + air, Math.max(limits.max, most));
}

/** Where a target's name stands: at which end of its line, above or below. */
export interface LabelPlace {
  position: 'start' | 'end';
  yAdjust: number;
}

/** Half the height of a label and of its distance to the line, in pixels. */
const OFFSET = 9;
/** The parts of the chart's width and height that a label takes up. */
const LABEL_WIDTH = 0.25;
const LABEL_HEIGHT = 0.12;

/** The place of a target's name where the fewest points lie under it. */
export function clearestPlace(target: number, lines: (number | null)[][], range: Limits): LabelPlace {
  const height = (range.max - range.min) * LABEL_HEIGHT;
  let best: LabelPlace = { position: 'start', yAdjust: -OFFSET };
  let fewest = Infinity;
  for (const side of [1, -1]) {
    if (side < 0 && target - height < range.min) {
      continue;
    }
    for (const position of ['start', 'end'] as const) {
      const covered = lines
        .flatMap((line) => {
          const width = Math.ceil(line.length * LABEL_WIDTH);
          return position === 'start' ? line.slice(0, width) : line.slice(-width);
        })
        .filter((value) => value !== null && between((value - target) * side, 0, height)).length;
      if (covered < fewest) {
        fewest = covered;
        best = { position, yAdjust: -side * OFFSET };
      }
    }
  }
  return best;
}

function between(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
