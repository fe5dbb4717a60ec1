const MARGIN = 24;
const TITLE_HEIGHT = 30;
const LINE_HEIGHT = 20;
const GAP = 16;

/** What can be drawn into an image. */
interface Drawn extends Element {
  picture(): { canvas: HTMLCanvasElement; width: number; height: number };
}

/** Charts one below the other, on the page's surface, under a title and a line of text. */
export function asPng(charts: Drawn[], title: string, filter: string): HTMLCanvasElement {
  const scale = window.devicePixelRatio;
  const pictures = charts.map((chart) => chart.picture());
  const width = Math.max(480, ...pictures.map((picture) => picture.width)) + 2 * MARGIN;
  const image = document.createElement('canvas');
  const pen = image.getContext('2d') as CanvasRenderingContext2D;
  const family = getComputedStyle(document.body).fontFamily;
  const filterFont = `13px ${family}`;
  pen.font = filterFont;
  const lines = wrap(filter, width - 2 * MARGIN, (text) => pen.measureText(text).width);
  const top = MARGIN + TITLE_HEIGHT + lines.length * LINE_HEIGHT + GAP;
  const height = pictures.reduce((sum, picture) => sum + picture.height + GAP, top) + MARGIN - GAP;
  image.width = width * scale;
  image.height = height * scale;
  pen.scale(scale, scale);
  pen.fillStyle = color('--comms-surface');
  pen.fillRect(0, 0, width, height);
  pen.textBaseline = 'top';
  pen.fillStyle = color('--comms-text');
  pen.font = `600 18px ${family}`;
  pen.fillText(title, MARGIN, MARGIN);
  pen.fillStyle = color('--comms-muted');
  pen.font = filterFont;
  lines.forEach((line, i) => pen.fillText(line, MARGIN, MARGIN + TITLE_HEIGHT + i * LINE_HEIGHT));
  let y = top;
  for (const picture of pictures) {
    pen.drawImage(picture.canvas, MARGIN, y, picture.width, picture.height);
    y += picture.height + GAP;
  }
  return image;
}

/** The lines of a text that is too long for one, cut between words. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && measure(longer) <= width) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** A colour of the theme as a canvas takes it. */
function color(variable: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${variable})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}
