import { expect, test } from 'vitest';
import { field, integerField } from './protobuf';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

// The examples of https://protobuf.dev/programming-guides/encoding/
test('an integer is its tag and a varint', () => {
  expect(hex(integerField(1, 150))).toBe('089601');
});

test('a text is its tag, its length and its bytes', () => {
  expect(hex(field(2, 'testing'))).toBe('120774657374696e67');
});

test('a message is the fields inside', () => {
  expect(hex(field(3, integerField(1, 150)))).toBe('1a03089601');
});

test('integers beyond 32 bits keep all their bits', () => {
  expect(hex(integerField(1, 2 ** 35 + 1))).toBe('08818080808001');
});
