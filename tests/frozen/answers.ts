/** What is asked: an address, with the cookie that some addresses answer to. */
export interface Question {
  readonly address: string;
  readonly cookie?: string;
}

/** An answer as it is kept: its body is text, and nothing in it differs from run to run. */
export interface Answer extends Question {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Parts of answers that are drawn anew for every answer, and what stands in their place: the id and the code of a form,
 * and the signature of an address of bytes seen early.
 */
const DRAWN: readonly [RegExp, string][] = [
  [/(name="form" value=")[0-9a-f-]{36}\.([^."]+)\.[\w-]{43}"/g, '$1{id}.$2.{code}"'],
  [/X-Amz-(Credential|Date|Signature)=[^&"\s]+/g, "X-Amz-$1={drawn}"],
];

const settled = (text: string): string =>
  DRAWN.reduce((left, [drawn, stand]) => left.replace(drawn, stand), text);

/** Asks and reads the whole answer. */
export async function answerTo(
  ask: (path: string, init?: RequestInit) => Promise<Response>,
  { address, cookie }: Question,
): Promise<Answer> {
  const answer = await ask(address, cookie === undefined ? {} : { headers: { Cookie: cookie } });
  const headers = [...answer.headers].map(([name, value]) => [name, settled(value)] as const);
  return {
    address,
    ...(cookie !== undefined && { cookie }),
    status: answer.status,
    headers: Object.fromEntries(headers.sort(([a], [b]) => (a < b ? -1 : 1))),
    body: settled(await answer.text()),
  };
}
