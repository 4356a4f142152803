import { describe, expect, it } from 'vitest';
import { rankClasses } from '../src/domain/classification';
import { ERROR_CODES } from '../src/domain/coded-error';
import { WASTE_CLASS_IDS } from '../src/domain/waste-class';
import { CLI_ERROR_CODES } from './cli-error';
import type { FileOutcome } from './file-outcome';
import { jsonLine, textLine } from './output-line';

const classified: FileOutcome = {
  kind: 'classified',
  classification: {
    ranking: rankClasses([0.01, 0.01, 0.01, 0.926, 0.01, 0.01, 0.01, 0.01, 0.004]),
    verdict: 'sure',
    evidence: new Float32Array(),
    elapsedMs: 900,
    sight: { logits: new Float32Array(9), embedding: new Float32Array(512) },
    isTaught: false,
  },
  fileMs: 1012.345,
};

const failed: FileOutcome = {
  kind: 'failed',
  failure: { code: 'photo-damaged', detail: 'for developers' },
};

describe('textLine', () => {
  it('gives path, class, probability and verdict between tabs', () => {
    expect(textLine({ file: 'a/b.jpg', outcome: classified })).toBe('a/b.jpg\tglass\t93 %\tsure');
  });

  it('gives code and sentence of an error', () => {
    expect(textLine({ file: 'b.jpg', outcome: failed })).toMatch(
      /^b\.jpg\terror\tphoto-damaged\t[A-Z].+\.$/,
    );
  });

  it('stays on one line for any file name', () => {
    expect(textLine({ file: 'a\tb\nc.jpg', outcome: classified })).toBe(
      'a?b?c.jpg\tglass\t93 %\tsure',
    );
    expect(textLine({ file: 'a\u2028b.jpg', outcome: classified })).toBe(
      'a?b.jpg\tglass\t93 %\tsure',
    );
  });

  it('lets no file name turn its direction or speak to the terminal', () => {
    const name = 'foto\u202egpj.exe \u2067x\u2069 \u001b[31m.jpg';
    expect(textLine({ file: name, outcome: classified })).toMatch(
      /^foto\?gpj\.exe \?x\? \?\[31m\.jpg\tglass/,
    );
  });
});

describe('jsonLine', () => {
  it('gives the keys in their order, the nine classes in theirs', () => {
    const line = JSON.parse(jsonLine({ file: 'ü\n.jpg', outcome: classified }));
    expect(Object.keys(line)).toEqual([
      'file',
      'class',
      'probability',
      'verdict',
      'probabilities',
      'ms',
    ]);
    expect(Object.keys(line.probabilities)).toEqual([...WASTE_CLASS_IDS]);
    expect(line).toMatchObject({ file: 'ü\n.jpg', class: 'glass', probability: 0.926, ms: 1012.3 });
    expect(jsonLine({ file: 'ü\n.jpg', outcome: classified })).not.toContain('\n');
  });

  it('gives file and error, without what is for developers', () => {
    expect(JSON.parse(jsonLine({ file: 'b.jpg', outcome: failed }))).toEqual({
      file: 'b.jpg',
      error: { code: 'photo-damaged', message: expect.stringMatching(/^[A-Z].+\.$/) },
    });
  });

  it('has a sentence for every code', () => {
    for (const code of [...ERROR_CODES, ...CLI_ERROR_CODES]) {
      const line = jsonLine({
        file: 'x',
        outcome: { kind: 'failed', failure: { code, detail: '' } },
      });
      expect(JSON.parse(line).error.message).toMatch(/^[A-Z].+\.$/);
    }
  });
});
