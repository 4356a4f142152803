/** A plain table of figures with named rows and columns, which scrolls sideways on its own where it is too wide. */
import type { ReactNode } from 'react';

export interface DataRow {
  key: string;
  head: ReactNode;
  cells: readonly string[];
}

interface DataTableProps {
  caption: string;
  corner: string;
  columns: readonly string[];
  rows: readonly DataRow[];
}

export function DataTable({ caption, corner, columns, rows }: DataTableProps) {
  return (
    <ScrollBox label={caption}>
      <table className="w-full border-collapse text-base">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b-2 border-control text-left align-bottom">
            <th scope="col" className="py-2 pr-4 font-semibold">
              {corner}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="py-2 pl-4 text-right font-semibold">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, cells }) => (
            <tr key={key} className="border-b border-line">
              <th scope="row" className="py-2 pr-4 text-left font-normal">
                {head}
              </th>
              {columns.map((column, index) => (
                <td key={column} className="py-2 pl-4 text-right tabular-nums">
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface ScrollBoxProps {
  label: string;
  children: ReactNode;
}

/** Focusable, so that the keyboard can scroll it. */
export function ScrollBox({ label, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would need a heading; the table's caption names it.
    <div
      role="region"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
      tabIndex={0}
      // Relative: text for screen readers only is positioned, and would widen the page from inside the box.
      className="relative overflow-x-auto"
    >
      {children}
    </div>
  );
}
