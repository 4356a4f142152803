/** `{{name}}` in a text of the catalogue becomes the value of that name. The catalogues' plural forms are not for here. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => values[name] ?? hole);
}
