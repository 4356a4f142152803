/** What an explanation card says about one class of waste; the same shape in both languages. */

export interface ClassCard {
  /** The group in words, for this class: its category, before any colour. */
  category: string;
  belongs: readonly string[];
  belongsNot: readonly string[];
  steps: readonly [string, string, string];
  dangers: readonly DangerNote[];
  facts: readonly SourcedFact[];
}

/** Shown before everything else: what may hurt, and what to do about it. */
export interface DangerNote {
  title: string;
  text: string;
}

export interface SourcedFact {
  text: string;
  /** With its year where it has one. Cited as text: the addresses were read from stored copies. */
  source: string;
}
