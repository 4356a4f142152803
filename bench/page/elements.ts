/** A few HTML elements made in one line each; nothing of the bench. */
import type { Table } from '../figures/result-table';

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function button(text: string): HTMLButtonElement {
  return element('button', { type: 'button' }, text);
}

export interface Field {
  /** With the input inside. */
  label: HTMLLabelElement;
  input: HTMLInputElement;
}

export function checkbox(text: string, isChecked: boolean): Field {
  const input = element('input', { type: 'checkbox' });
  input.checked = isChecked;
  return { label: element('label', {}, input, ` ${text}`), input };
}

export function numberField(text: string, value: number, max: number): Field {
  const input = element('input', {
    type: 'number',
    min: '1',
    max: String(max),
    value: String(value),
  });
  return { label: element('label', {}, `${text} `, input), input };
}

/** The first row heads the columns, the first cell heads its row. Scrolls sideways where it is too wide. */
export function htmlTable(caption: string, [head = [], ...rows]: Table): HTMLElement {
  const headings = head.map((text) => element('th', { scope: 'col' }, text));
  const bodyRows = rows.map(([name = '', ...cells]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      ...cells.map((text) => element('td', {}, text)),
    ),
  );
  return element(
    'div',
    { class: 'scrolling', role: 'region', 'aria-label': caption, tabindex: '0' },
    element(
      'table',
      {},
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, ...headings)),
      element('tbody', {}, ...bodyRows),
    ),
  );
}
