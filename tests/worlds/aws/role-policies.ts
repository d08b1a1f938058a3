import { runSimulation } from "@cloud-copilot/iam-simulate";
import type { Template } from "aws-cdk-lib/assertions";
import type { TableNames } from "../../../functions/storage/dynamodb/tables.ts";
import type { TableCall } from "../tables/recorded-dynamodb.ts";
import { statementsOf, tableIds } from "./stack.ts";

const ACCOUNT = "123456789012";
const arnOf = (table: string): string => `arn:aws:dynamodb:eu-central-1:${ACCOUNT}:table/${table}`;

/** A statement about items of a table, as IAM reads it. */
interface TableStatement {
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: string;
  readonly Condition?: {
    readonly "ForAllValues:StringLike": { readonly "dynamodb:LeadingKeys": readonly string[] };
  };
}

/** What a role may do to items of the tables, which have these names. */
export function tableStatements(template: Template, role: RegExp, tables: TableNames): TableStatement[] {
  const ids = tableIds(template);
  const names = new Map([
    [ids.newsroom, tables.newsroom],
    [ids.registrations, tables.registrations],
  ]);
  return statementsOf(template, role).flatMap(({ Action, Resource, Condition }) => {
    const [id, attribute] = attributeIn(Resource);
    const name = names.get(id ?? "");
    if (attribute !== "Arn" || name === undefined) return [];
    const leading = leadingKeysIn(Condition);
    return [
      {
        Effect: "Allow",
        Action: [Action].flat(),
        Resource: arnOf(name),
        ...(leading && { Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": leading } } }),
      },
    ];
  });
}

/** `{"Fn::GetAtt": [id, attribute]}` of CloudFormation. */
function attributeIn(resource: unknown): readonly string[] {
  if (typeof resource !== "object" || resource === null || !("Fn::GetAtt" in resource)) return [];
  const parts = resource["Fn::GetAtt"];
  return Array.isArray(parts) ? parts.map(String) : [];
}

/** @throws Error for a condition of another shape, which would be left out otherwise */
function leadingKeysIn(condition: unknown): readonly string[] | undefined {
  if (condition === undefined) return undefined;
  const found = /^\{"ForAllValues:StringLike":\{"dynamodb:LeadingKeys":(.*)\}\}$/.exec(
    JSON.stringify(condition),
  );
  if (!found?.[1]) throw new Error(`It is not known what ${JSON.stringify(condition)} means.`);
  return [JSON.parse(found[1])].flat();
}

/** Whether IAM lets someone with these statements do what was done. */
async function isAllowed(
  statements: readonly TableStatement[],
  { action, table, partition }: TableCall,
): Promise<boolean> {
  const answer = await runSimulation(
    {
      request: {
        principal: `arn:aws:iam::${ACCOUNT}:role/Role`,
        action,
        resource: { resource: arnOf(table), accountId: ACCOUNT },
        contextVariables: { "dynamodb:LeadingKeys": [partition] },
      },
      identityPolicies: [{ name: "own", policy: { Version: "2012-10-17", Statement: statements } }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (answer.resultType === "error") throw new Error(answer.errors.message, { cause: answer.errors });
  return answer.overallResult === "Allowed";
}

/** Those of the calls that IAM would refuse, each once. */
export async function refused(
  statements: readonly TableStatement[],
  calls: readonly TableCall[],
): Promise<TableCall[]> {
  const found: TableCall[] = [];
  for (const call of new Map(calls.map((each) => [JSON.stringify(each), each])).values())
    if (!(await isAllowed(statements, call))) found.push(call);
  return found;
}

/** What a role may do that none of the calls needs: an action on a pattern of partitions. */
export async function idle(
  statements: readonly TableStatement[],
  calls: readonly TableCall[],
): Promise<string[]> {
  const found: string[] = [];
  for (const { missing, action, left } of withoutEach(statements)) {
    const asking = calls.filter((call) => call.action === action);
    if ((await refused(left, asking)).length === 0) found.push(missing);
  }
  return found;
}

/** The same statements without one action on one of their patterns, each time another. */
function* withoutEach(
  statements: readonly TableStatement[],
): Generator<{ missing: string; action: string; left: TableStatement[] }> {
  for (const [i, statement] of statements.entries()) {
    const patterns = statement.Condition?.["ForAllValues:StringLike"]["dynamodb:LeadingKeys"] ?? ["*"];
    for (const action of statement.Action)
      for (const pattern of patterns) {
        const others = statements.filter((_, n) => n !== i);
        const rest = [
          { ...statement, Action: statement.Action.filter((each) => each !== action) },
          on(
            statement,
            [action],
            patterns.filter((each) => each !== pattern),
          ),
        ].filter(({ Action, Condition }) => Action.length > 0 && !hasNoPattern(Condition));
        yield { missing: `${action} on ${pattern}`, action, left: [...others, ...rest] };
      }
  }
}

const on = (statement: TableStatement, Action: string[], patterns: string[]): TableStatement => ({
  ...statement,
  Action,
  Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": patterns } },
});

const hasNoPattern = (condition: TableStatement["Condition"]): boolean =>
  condition?.["ForAllValues:StringLike"]["dynamodb:LeadingKeys"].length === 0;
