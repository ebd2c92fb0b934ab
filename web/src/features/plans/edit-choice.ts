/** Which of two texts holds. */
export type Choice = 'mine' | 'theirs';

/** What is saved after somebody chose: theirs where they took it, and what they typed everywhere else. Nothing typed is lost before that. */
export function chosen<T extends object>(mine: T, theirs: T, choices: Partial<Record<keyof T, Choice>>): T {
  const taken = (Object.keys(choices) as (keyof T)[]).filter((field) => choices[field] === 'theirs');
  return { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field]])) };
}

/** The fields that a refusal names, of those a form has. */
export function namedFields<T extends object>(facts: Record<string, unknown>, form: T): (keyof T & string)[] {
  const named = Array.isArray(facts.fields) ? facts.fields : [];
  return (Object.keys(form) as (keyof T & string)[]).filter((field) => named.includes(field));
}
