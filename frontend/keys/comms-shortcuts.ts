/** How long the first key of two waits for the second. */
const PAUSE_MILLIS = 1500;

const OFF = 'comms-shortcuts-off';

/**
 * Hears the keys of the shortcuts all over the page and tells the server which were pressed: one
 * key, or `g` and the key of a view. Keys with Ctrl, Alt or Meta, and those typed into a field, are
 * not for it. Escape leaves the wall.
 */
export class CommsShortcuts extends HTMLElement {
  private first?: { key: string; at: number };

  /** Whether the reader wants the keys to be heeded at all. */
  get heeded(): boolean {
    return localStorage.getItem(OFF) === null;
  }

  heed(heeded: boolean) {
    if (heeded) {
      localStorage.removeItem(OFF);
    } else {
      localStorage.setItem(OFF, 'true');
    }
  }

  connectedCallback() {
    document.addEventListener('keydown', this.onKey);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.onKey);
  }

  private readonly onKey = (event: KeyboardEvent) => {
    const wall = document.querySelector('vaadin-app-layout.wall') !== null;
    if (event.key === 'Escape' && wall && !document.fullscreenElement && !event.defaultPrevented) {
      this.tell('w');
      return;
    }
    const typed = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!typed || event.repeat || event.defaultPrevented || !this.heeded || elsewhere(event)) {
      return;
    }
    const key = latin(event);
    const first = this.first;
    this.first = undefined;
    if (first && event.timeStamp - first.at < PAUSE_MILLIS) {
      event.preventDefault();
      this.tell(first.key + key);
    } else if (key === 'g') {
      this.first = { key, at: event.timeStamp };
    } else if ('?/ftrw'.includes(key)) {
      // The slash opens the search of some browsers.
      event.preventDefault();
      this.tell(key);
    }
  };

  private tell(keys: string) {
    this.dispatchEvent(new CustomEvent('shortcut', { detail: { keys } }));
  }
}

/** The key as a Latin keyboard has it, so that a Russian one does the same. */
function latin(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  return /[\u0400-\u04ff]/.test(key) && event.code.startsWith('Key') ? event.code.slice(3).toLowerCase() : key;
}

/** Whether the key is for a field, or for a menu, list or dialog that is open above the page. */
function elsewhere(event: KeyboardEvent): boolean {
  const open = document.querySelector('vaadin-dialog[opened], vaadin-menu-bar [expanded], [opened][role="listbox"]');
  const field = event
    .composedPath()
    .some(
      (target) =>
        target instanceof HTMLElement &&
        (target.isContentEditable ||
          target.matches('input:not([type=checkbox]), textarea, select, vaadin-select, [role=menu], [role=listbox]')),
    );
  return field || open !== null;
}

customElements.define('comms-shortcuts', CommsShortcuts);
