/** Reads CSV (RFC 4180) record by record, with where each ends; knows nothing of what the columns mean. */
import { createReadStream } from 'node:fs';

export interface CsvRecord {
  cells: string[];
  /** Bytes of the file up to and with this record's line end. */
  endBytes: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** What spreadsheets take UTF-8 for UTF-8 by. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * Quoted cells may hold commas, quotes and line ends. Empty lines are left out.
 *
 * @param takesUnended whether what stands after the last line end is a record: a file whose writer was killed ends in
 *   half a one
 */
export async function* readCsv(file: string, takesUnended: boolean): AsyncGenerator<CsvRecord> {
  let cells: string[] = [];
  let cell: number[] = [];
  let isQuoted = false;
  let endedQuote = false;
  let endBytes = 0;
  const endCell = () => {
    const text = Buffer.from(cell).toString('utf8');
    cells.push(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
    cell = [];
  };
  const endRecord = (): CsvRecord[] => {
    endCell();
    const record = { cells, endBytes };
    cells = [];
    return record.cells.join('') === '' ? [] : [record];
  };
  const take = (byte: number) => {
    const isDoubled = byte === QUOTE && endedQuote;
    endedQuote = byte === QUOTE && isQuoted;
    if (isDoubled) cell.push(byte);
    if (byte === QUOTE && (isQuoted || isDoubled || isEmpty(cell))) isQuoted = !isQuoted;
    else if (byte !== CARRIAGE_RETURN || isQuoted) cell.push(byte);
  };
  for await (const chunk of createReadStream(file)) {
    for (const byte of chunk as Buffer) {
      endBytes += 1;
      if (isQuoted || (byte !== COMMA && byte !== LINE_FEED)) take(byte);
      else {
        endedQuote = false;
        if (byte === COMMA) endCell();
        else yield* endRecord();
      }
    }
  }
  if (takesUnended && (cells.length > 0 || cell.length > 0)) yield* endRecord();
}

/** Nothing, or the byte order mark of a file whose first cell is quoted. */
function isEmpty(cell: readonly number[]): boolean {
  return cell.length === 0 || Buffer.from(cell).toString('utf8') === BYTE_ORDER_MARK;
}
