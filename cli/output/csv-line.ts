/** Cells to one line of CSV. */

/** Spreadsheets compute cells that begin so: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA_START = /^[=+\-@\t\r]/;

/** RFC 4180: commas, quotes doubled, CRLF. Numbers with four places. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

/** A text as it stands in a cell, before any quotes. */
export function harmless(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

function toCell(value: string | number): string {
  if (typeof value === 'number') return value.toFixed(4);
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
