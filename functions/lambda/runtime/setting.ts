/**
 * A setting of this function, from its environment.
 * @throws Error that names what is missing: nothing works without it
 */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: this function cannot work without it.`);
  return value;
}

/** The same where there need be none. */
export const optionalSetting = (name: string): string | undefined => process.env[name] || undefined;
