/** The one Trusted Types policy: which addresses may become a script, in the page and in workers that start workers. */

/** As much of a window or a worker as this needs; TypeScript's own libraries do not know `trustedTypes`. */
interface Scope {
  trustedTypes?: {
    createPolicy(
      name: 'default',
      rules: { createScriptURL: (address: string) => string | undefined },
    ): unknown;
  };
  location: { href: string; origin: string };
}

/** What comes from elsewhere, and any text that would become code or HTML, is then refused by the browser. */
export function allowOwnScripts({ trustedTypes, location }: Scope): void {
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) =>
      new URL(address, location.href).href.startsWith(`${location.origin}/`) ? address : undefined,
  });
}
