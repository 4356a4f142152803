import { describe, expect, it } from 'vitest';
import type { Classification } from '../domain/classification';
import type { Outcome, QueueItem } from '../domain/photo-queue';
import { toCsv, toJson } from './queue-report';

const answer = (verdict: Classification['verdict']): Outcome => ({
  kind: 'done',
  classification: {
    ranking: [
      { id: 'glass', probability: 0.75 },
      { id: 'metal', probability: 0.25 },
    ],
    verdict,
    evidence: new Float32Array(),
    elapsedMs: 1,
    sight: { logits: new Float32Array(9), embedding: new Float32Array(512) },
    isTaught: false,
  },
});
const broken: Outcome = { kind: 'failed', failure: { code: 'photo-damaged', detail: 'x' } };

function items(...rows: readonly [name: string, outcome: Outcome][]): QueueItem[] {
  return rows.map(([name, outcome], id) => ({ id, file: new File([], name), outcome }));
}

describe('toCsv', () => {
  it('begins with a byte order mark and a head, ends each line with CRLF', () => {
    expect(toCsv(items(['a.jpg', answer('sure')]))).toBe(
      '\ufefffile,class,probability,verdict,bin,error\r\na.jpg,glass,0.7500,sure,recycle,\r\n',
    );
  });

  it('names no bin for what is no waste, the code for what failed, nothing for what waits', () => {
    const [, ...lines] = toCsv(
      items(['a.jpg', answer('not-waste')], ['b.jpg', broken], ['c.jpg', { kind: 'waiting' }]),
    ).split('\r\n');
    expect(lines).toEqual([
      'a.jpg,glass,0.7500,not-waste,,',
      'b.jpg,,,,,photo-damaged',
      'c.jpg,,,,,',
      '',
    ]);
  });

  it.each([
    ['=1+1.jpg', "'=1+1.jpg"],
    ['+a.jpg', "'+a.jpg"],
    ['-a.jpg', "'-a.jpg"],
    ['@a.jpg', "'@a.jpg"],
    ['\ta.jpg', "'\ta.jpg"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['a,b.jpg', '"a,b.jpg"'],
    ['a "b".jpg', '"a ""b"".jpg"'],
    ['kaca é 玻璃.jpg', 'kaca é 玻璃.jpg'],
  ])('writes the name %j so that no spreadsheet computes or splits it', (name, cell) => {
    expect(toCsv(items([name, { kind: 'waiting' }])).split('\r\n')[1]).toBe(`${cell},,,,,`);
  });
});

describe('toJson', () => {
  it('says what the command line says, and leaves out what has no answer yet', () => {
    const text = toJson(
      items(['a.jpg', answer('sure')], ['b.jpg', broken], ['c.jpg', { kind: 'waiting' }]),
    );
    expect(JSON.parse(text)).toEqual([
      {
        file: 'a.jpg',
        class: 'glass',
        probability: 0.75,
        verdict: 'sure',
        probabilities: { glass: 0.75, metal: 0.25 },
      },
      { file: 'b.jpg', error: { code: 'photo-damaged' } },
    ]);
  });
});
