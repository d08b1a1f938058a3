import { Refusal } from "../../../functions/domain/refusal.ts";

/**
 * The address that was asked for, as pages carry it: scheme and host without a slash at the end.
 * @throws Refusal `option-invalid` for what is no address of a whole site
 */
export function publicAddress(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isSite = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (isSite) return url.origin;
  throw new Refusal(
    "option-invalid",
    400,
    `--address: ${given} is not the address of a site.`,
    "Give scheme and host, such as https://newsroom.example.org",
  );
}
