/** A form as a page shows it: where it posts to, what it sends by itself, and its choices by name. */
export type Form = { action: string; sends: Record<string, string>; choices: Map<string, string[]> };

/** The forms of a page, in their order. */
export function formsIn(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', body = '']) => {
    const sends: Record<string, string> = {};
    const choices = new Map<string, string[]>();
    for (const [tag] of body.matchAll(/<input\b[^>]*>/g)) {
      const [name, value, type] = ['name', 'value', 'type'].map((attribute) => attributeOf(tag, attribute));
      if (!name) continue;
      if (type === 'radio') choices.set(name, [...(choices.get(name) ?? []), value ?? '']);
      if (type === 'hidden' || / checked/.test(tag)) sends[name] = value ?? '';
    }
    return { action: attributeOf(`<form ${head}>`, 'action') ?? '', sends, choices };
  });
}

/** The form of a page with such an action; fails where there is none. */
export function formOf(html: string, action: string): Form {
  const found = formsIn(html).find((form) => form.action.startsWith(action));
  if (!found) throw new Error(`The page has no form ${action}.`);
  return found;
}

/** Every name of a field on a page, hidden or not. */
export function namesIn(html: string): string[] {
  return [...new Set([...html.matchAll(/\bname="([^"]+)"/g)].map(([, name]) => name!))];
}

function attributeOf(tag: string, attribute: string): string | undefined {
  const written = new RegExp(`\\s${attribute}="([^"]*)"`).exec(tag)?.[1];
  return written?.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
