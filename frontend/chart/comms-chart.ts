import { LitElement, css, html, type PropertyValues } from 'lit';
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  Filler,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
  type ActiveElement,
  type ChartEvent,
  type ChartConfiguration,
  type ChartDataset,
  type TooltipItem,
} from 'chart.js';
import annotations from 'chartjs-plugin-annotation';
import { FunnelController, TrapezoidElement } from 'chartjs-chart-funnel';
import { asPng } from './png';
import { clearestPlace, giveAir, type Limits } from './ranges';
import { formatTick, timeStep, type Unit } from './ticks';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  Filler,
  FunnelController,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
  TrapezoidElement,
  annotations,
);

/** Pixels below which a drag is a click. */
const LEAST_DRAG = 6;

/** A drag over the chart, in pixels of its canvas. */
interface Drag {
  from: number;
  to: number;
  pointer: number;
}

/** What the server adds to a dataset beside what Chart.js knows. */
interface ServerDataset {
  /** The values as text, in the reader's language. */
  formatted?: string[];
  /** The index of the first bucket that is not over yet; the line to it is dashed. */
  partialFrom?: number;
}

/** What the server says about the whole chart, in `options.plugins.comms`. */
interface Presentation {
  unit: Unit;
  locale: string;
  /** The buckets' full names, for tooltips and announcements. */
  titles: string[];
}

/** A target as the server names it for the annotation plugin, or something that happened. */
interface AnnotationLine {
  xMin?: number;
  yMin?: number;
  label: object;
}

/**
 * A chart that draws the Chart.js configuration which the server sends. Colours come as CSS
 * variables and are looked up here, so that a change of theme recolours the chart. The arrow keys
 * walk over the points; Enter selects, as a click does.
 */
export class CommsChart extends LitElement {
  static override properties = {
    config: { type: String },
    description: { type: String },
    zoomable: { type: Boolean, reflect: true },
  };

  static override styles = css`
    :host {
      display: block;
      position: relative;
      min-width: 0;
      border-radius: var(--vaadin-radius-m, 6px);
    }
    :host(:focus-visible) {
      outline: 2px solid var(--comms-focus, currentColor);
      outline-offset: 2px;
    }
    .area {
      /* Out of the flow, so that the canvas never makes its own container grow. */
      position: absolute;
      inset: 0;
    }
    :host([zoomable]) canvas {
      touch-action: pan-y;
    }
    .selection {
      position: absolute;
      pointer-events: none;
      background: color-mix(in srgb, var(--comms-focus, currentColor) 18%, transparent);
      border-inline: 1px solid var(--comms-focus, currentColor);
    }
    .selection[hidden] {
      display: none;
    }
    .announcement {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;

  declare config: string;
  declare description: string;
  /** Whether dragging over buckets selects them. */
  declare zoomable: boolean;

  private chart?: Chart;
  private focused?: { dataset: number; index: number };
  private drag?: Drag;
  /** A drag ends with a click, which then opens nothing. */
  private dragged = false;
  /** Chart.js misses a change of size while it is being set up, as when a drawer slides in. */
  private readonly sizeWatch = new ResizeObserver(() => this.chart?.resize());
  private readonly themeWatch = new MutationObserver(() => this.redraw());
  private readonly schemeWatch = window.matchMedia('(prefers-color-scheme: dark)');
  private readonly onScheme = () => this.redraw();

  override connectedCallback() {
    super.connectedCallback();
    this.tabIndex = 0;
    this.setAttribute('role', 'img');
    this.themeWatch.observe(document.documentElement, { attributeFilter: ['style', 'theme', 'class'] });
    this.sizeWatch.observe(this);
    this.schemeWatch.addEventListener('change', this.onScheme);
    this.addEventListener('keydown', this.onKey);
    this.addEventListener('blur', this.onBlur);
    this.addEventListener('pointerdown', this.onDown);
    this.addEventListener('pointermove', this.onMove);
    this.addEventListener('pointerup', this.onUp);
    this.addEventListener('pointercancel', this.letGo);
    if (this.hasUpdated) {
      this.redraw();
    }
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.sizeWatch.disconnect();
    this.themeWatch.disconnect();
    this.schemeWatch.removeEventListener('change', this.onScheme);
    this.removeEventListener('keydown', this.onKey);
    this.removeEventListener('blur', this.onBlur);
    this.removeEventListener('pointerdown', this.onDown);
    this.removeEventListener('pointermove', this.onMove);
    this.removeEventListener('pointerup', this.onUp);
    this.removeEventListener('pointercancel', this.letGo);
    this.chart?.destroy();
    this.chart = undefined;
  }

  protected override render() {
    return html`<div class="area"><canvas></canvas><div class="selection" hidden></div></div><div class="announcement" aria-live="polite"></div>`;
  }

  protected override updated(changed: PropertyValues) {
    if (changed.has('description')) {
      this.setAttribute('aria-label', this.description ?? '');
    }
    if (changed.has('config')) {
      this.redraw();
    }
  }

  private redraw() {
    const canvas = this.renderRoot.querySelector('canvas');
    if (!canvas || !this.config || !this.isConnected) {
      return;
    }
    this.chart?.destroy();
    this.focused = undefined;
    this.chart = new Chart(canvas, this.configuration());
  }

  /** The server's configuration with colours looked up and the callbacks that JSON cannot carry. */
  private configuration(): ChartConfiguration {
    const style = getComputedStyle(this);
    const probe = document.createElement('span');
    this.renderRoot.append(probe);
    const resolved = JSON.parse(this.config, (_key, value) => {
      if (typeof value !== 'string' || !value.startsWith('var(')) {
        return value;
      }
      // The browser works out light-dark() and nested variables; a canvas cannot.
      probe.style.color = value;
      return getComputedStyle(probe).color;
    });
    probe.remove();
    const presentation: Presentation = resolved.options.plugins.comms;
    const options = resolved.options;
    Chart.defaults.font.family = style.fontFamily;
    Chart.defaults.color = style.color;
    options.font = { family: style.fontFamily, size: 12 };
    options.animation = window.matchMedia('(prefers-reduced-motion: reduce)').matches
      ? false
      : { duration: 250 };
    options.onClick = (event: ChartEvent, elements: ActiveElement[]) => {
      const hit = closest(elements, event.y ?? 0);
      if (hit && !this.dragged) {
        this.select(hit.datasetIndex, hit.index);
      }
    };
    options.onHover = (_event: ChartEvent, elements: ActiveElement[]) => {
      canvasOf(this).style.cursor = elements.length > 0 ? 'pointer' : 'default';
    };
    for (const axis of ['x', 'y']) {
      const scale = options.scales?.[axis];
      if (!scale) {
        continue;
      }
      scale.ticks = { ...scale.ticks, color: style.color, font: options.font };
      if (scale.type === 'linear') {
        scale.afterDataLimits = (limits: Limits) => giveAir(limits, presentation.unit);
        scale.ticks.callback = (value: number) =>
          formatTick(value, presentation.unit, presentation.locale);
        if (presentation.unit === 'seconds') {
          scale.ticks.stepSize = timeStep(largest(resolved.data.datasets, scale.suggestedMax));
        }
      }
    }
    // A target near the edge keeps its name, which then reaches out of the axes.
    options.plugins.annotation = { ...options.plugins.annotation, clip: false };
    options.layout = { padding: { top: 8 } };
    for (const target of Object.values<AnnotationLine>(options.plugins.annotation.annotations ?? {})) {
      // A step of a target keeps its name at its end, and a note its letter at the top.
      if (target.yMin === undefined || target.xMin !== undefined) {
        continue;
      }
      const values = (resolved.data.datasets as ChartDataset<'line', (number | null)[]>[]).map((d) => d.data);
      const all = [...values.flat().filter((value) => value !== null), target.yMin];
      const range = { min: Math.min(...all), max: Math.max(...all) };
      Object.assign(target.label, clearestPlace(target.yMin, values, range));
    }
    options.plugins.tooltip = {
      ...options.plugins.tooltip,
      callbacks: {
        title: (items: TooltipItem<'line'>[]) =>
          items.length > 0 ? (presentation.titles[items[0].dataIndex] ?? '') : '',
        label: (item: TooltipItem<'line'>) =>
          this.sentence(item.dataset as ChartDataset & ServerDataset, item.dataIndex),
      },
    };
    for (const dataset of resolved.data.datasets as (ChartDataset<'line'> & ServerDataset)[]) {
      const from = dataset.partialFrom;
      if (from !== undefined && from !== null && (dataset.type ?? resolved.type) === 'line') {
        const ordinary = dataset.borderDash as number[] | undefined;
        dataset.segment = {
          borderDash: (context) => (context.p1DataIndex >= from ? [3, 4] : ordinary),
        };
      }
    }
    return resolved;
  }

  private sentence(dataset: ChartDataset & ServerDataset, index: number): string {
    const text = dataset.formatted?.[index] ?? '';
    return dataset.label ? `${dataset.label}: ${text}` : text;
  }

  private select(dataset: number, index: number) {
    this.dispatchEvent(new CustomEvent('chart-select', { detail: { dataset, index } }));
  }

  private readonly onDown = (event: PointerEvent) => {
    this.dragged = false;
    const area = this.chart?.chartArea;
    // A finger scrolls; the date fields are there for it.
    if (!this.zoomable || !area || event.button !== 0 || event.pointerType === 'touch') {
      return;
    }
    const at = this.within(event);
    if (at.y >= area.top && at.y <= area.bottom) {
      this.drag = { from: at.x, to: at.x, pointer: event.pointerId };
    }
  };

  private readonly onMove = (event: PointerEvent) => {
    const { drag, chart } = this;
    if (!drag || !chart) {
      return;
    }
    const { left, right, top, bottom } = chart.chartArea;
    drag.to = Math.max(left, Math.min(right, this.within(event).x));
    if (Math.abs(drag.to - drag.from) < LEAST_DRAG) {
      return;
    }
    if (!this.dragged) {
      this.dragged = true;
      this.setPointerCapture(drag.pointer);
    }
    const selection = this.selection();
    selection.hidden = false;
    selection.style.left = `${Math.min(drag.from, drag.to)}px`;
    selection.style.width = `${Math.abs(drag.to - drag.from)}px`;
    selection.style.top = `${top}px`;
    selection.style.height = `${bottom - top}px`;
  };

  private readonly onUp = () => {
    const { drag, chart } = this;
    this.letGo();
    if (!drag || !chart || !this.dragged) {
      return;
    }
    const last = (chart.data.labels?.length ?? 1) - 1;
    const bucket = (x: number) =>
      Math.max(0, Math.min(last, Math.round(chart.scales.x.getValueForPixel(x) ?? 0)));
    const ends = [bucket(drag.from), bucket(drag.to)];
    const detail = { first: Math.min(...ends), last: Math.max(...ends) };
    this.dispatchEvent(new CustomEvent('chart-zoom', { detail }));
  };

  private readonly letGo = () => {
    this.drag = undefined;
    this.selection().hidden = true;
  };

  private selection(): HTMLElement {
    return this.renderRoot.querySelector('.selection') as HTMLElement;
  }

  private within(event: PointerEvent): { x: number; y: number } {
    const box = canvasOf(this).getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** The chart as it is drawn, and its size in CSS pixels. */
  picture(): { canvas: HTMLCanvasElement; width: number; height: number } {
    const canvas = canvasOf(this);
    return { canvas, width: canvas.clientWidth, height: canvas.clientHeight };
  }

  /** Saves the charts that a card shows as one PNG, under a title and what they are filtered by. */
  static save(card: Element, title: string, filter: string, name: string) {
    const charts = [...card.querySelectorAll('comms-chart')].filter(
      (chart): chart is CommsChart => chart instanceof CommsChart && chart.offsetParent !== null,
    );
    const link = document.createElement('a');
    link.href = asPng(charts, title, filter).toDataURL('image/png');
    link.download = name;
    link.click();
  }

  private readonly onBlur = () => {
    this.focused = undefined;
    this.chart?.setActiveElements([]);
    this.chart?.tooltip?.setActiveElements([], { x: 0, y: 0 });
    this.chart?.update('none');
  };

  private readonly onKey = (event: KeyboardEvent) => {
    const chart = this.chart;
    if (!chart) {
      return;
    }
    const at = this.focused;
    if (event.key === 'Enter' && at) {
      this.select(at.dataset, at.index);
      return;
    }
    const points = chart.data.labels?.length ?? 0;
    const datasets = chart.data.datasets.length;
    const step: Record<string, [number, number]> = {
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      Home: [0, -points],
      End: [0, points],
    };
    const move = step[event.key];
    if (!move || points === 0 || datasets === 0) {
      return;
    }
    event.preventDefault();
    const entry = event.key === 'ArrowLeft' || event.key === 'End' ? points - 1 : 0;
    const clamp = (value: number, size: number) => Math.max(0, Math.min(size - 1, value));
    this.focused = at
      ? { dataset: clamp(at.dataset + move[0], datasets), index: clamp(at.index + move[1], points) }
      : { dataset: 0, index: entry };
    this.announce(chart, this.focused);
  };

  private announce(chart: Chart, at: { dataset: number; index: number }) {
    const element = chart.getDatasetMeta(at.dataset).data[at.index];
    const active = [{ datasetIndex: at.dataset, index: at.index }];
    chart.setActiveElements(active);
    if (element) {
      chart.tooltip?.setActiveElements(active, { x: element.x, y: element.y });
    }
    chart.update('none');
    const titles = (JSON.parse(this.config).options.plugins.comms as Presentation).titles;
    const text = this.sentence(chart.data.datasets[at.dataset] as ChartDataset & ServerDataset, at.index);
    const region = this.renderRoot.querySelector('.announcement');
    if (region) {
      region.textContent = `${titles[at.index] ?? ''}, ${text}`;
    }
  }
}

function canvasOf(host: LitElement): HTMLCanvasElement {
  return host.renderRoot.querySelector('canvas') as HTMLCanvasElement;
}

/** Of the elements of one bucket the one that was meant: the bar hit, or the line that is nearest. */
function closest(elements: ActiveElement[], y: number): ActiveElement | undefined {
  const distance = ({ element }: ActiveElement) => {
    const base = (element as unknown as { base?: number }).base ?? element.y;
    const [top, bottom] = [Math.min(element.y, base), Math.max(element.y, base)];
    return y < top ? top - y : y > bottom ? y - bottom : 0;
  };
  return [...elements].sort((one, other) => distance(one) - distance(other))[0];
}

/** The largest figure that the axis has to hold. */
function largest(datasets: { data: (number | null)[] }[], atLeast = 0): number {
  return Math.max(atLeast, ...datasets.flatMap((dataset) => dataset.data.map((value) => value ?? 0)));
}

customElements.define('comms-chart', CommsChart);
