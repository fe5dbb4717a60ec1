/** How the parts of a span and the span itself are written; {0} stands for the number or the span. */
interface Words {
  d: string;
  h: string;
  min: string;
  s: string;
  left: string;
  over: string;
}

const SOON_SECONDS = 4 * 3600;

const running = new Set<CommsCountdown>();
let words: Words | undefined;
let aheadMillis = 0;
let ticking: ReturnType<typeof setInterval> | undefined;

/**
 * The time that is left until a moment, or that has passed since, told anew in the browser as it
 * goes by. As a timer it is read like text but not announced by itself. It fires `breach` when the
 * moment comes.
 */
export class CommsCountdown extends HTMLElement {
  private moment?: number;
  private wasLeft = false;

  /** Tells what the server's clock says, which need not be what this browser's says, and the words. */
  static sync(serverMillis: number, given: Words) {
    aheadMillis = serverMillis - Date.now();
    words = given;
    running.forEach((one) => one.tell());
  }

  /** In milliseconds since 1970, by the server's clock. */
  set deadline(millis: number) {
    this.moment = millis;
    this.wasLeft = false;
    this.tell();
  }

  connectedCallback() {
    this.setAttribute('role', 'timer');
    running.add(this);
    ticking ??= setInterval(() => running.forEach((one) => one.tell()), 1000);
    this.tell();
  }

  disconnectedCallback() {
    running.delete(this);
    if (running.size === 0) {
      clearInterval(ticking);
      ticking = undefined;
    }
  }

  private tell() {
    if (this.moment === undefined || words === undefined) {
      return;
    }
    const seconds = Math.floor((this.moment - Date.now() - aheadMillis) / 1000);
    const over = seconds < 0;
    const text = (over ? words.over : words.left).replace('{0}', span(Math.abs(seconds), words));
    if (text !== this.textContent) {
      this.textContent = text;
      this.className = over ? 'over' : seconds < SOON_SECONDS ? 'soon' : '';
    }
    if (over && this.wasLeft) {
      this.dispatchEvent(new CustomEvent('breach', { bubbles: true }));
    }
    this.wasLeft = !over;
  }
}

/** In its two largest units; seconds only within the last hour. */
function span(seconds: number, { d, h, min, s }: Words): string {
  const part = (template: string, n: number) => template.replace('{0}', String(n));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) {
    return `${part(d, Math.floor(hours / 24))} ${part(h, hours % 24)}`;
  }
  return hours > 0
    ? `${part(h, hours)} ${part(min, minutes % 60)}`
    : `${part(min, minutes)} ${part(s, seconds % 60)}`;
}

customElements.define('comms-countdown', CommsCountdown);
