import { z } from "zod";
import { TRUST } from "../operation/trusted-documents.ts";
import { type BudgetSizes, noBudgets } from "./budget.ts";
import { type Limits, noLimits } from "./limits.ts";

/** Cost that one may spend in a minute: the dearest question there can be twice, and more. */
const USUAL = { anonymous: 600_000, signedIn: 1_200_000, key: 3_000_000 };

const budget = z
  .string()
  .regex(/^(off|[1-9]\d{2,11})$/, 'want a number of at least 100, or "off"')
  .transform((text) => (text === "off" ? null : Number(text)))
  .optional();

/** The variables by which whoever runs a gateway says how much may be asked of it. */
export const limitVariables = {
  /** Whether questions may be of any size: for audits of a gateway that nobody else reaches. */
  LIMITS: z.enum(["on", "off"]).default("on"),
  /** What may be spent in a minute, by class of client; or "off". See docs/limits.md. */
  BUDGET_ANONYMOUS: budget,
  BUDGET_SIGNED_IN: budget,
  BUDGET_KEY: budget,
  /** Who may ask by documents that are not the product's own: see docs/limits.md. */
  TRUSTED_DOCUMENTS: z.enum(TRUST).default("off"),
  /** Seconds in which a question is answered. */
  QUERY_TIMEOUT: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, "want a number of seconds")
    .transform(Number)
    .optional(),
};

/** What is trusted is no limit: whoever makes a gateway passes it on by itself. */
type Given = Omit<z.infer<z.ZodObject<typeof limitVariables>>, "TRUSTED_DOCUMENTS"> & {
  readonly NODE_ENV: string;
};

export interface LimitSettings {
  readonly limits: Partial<Limits>;
  readonly budgets: BudgetSizes;
}

/** As they are set; unless they are, only a gateway in production has budgets to keep to. */
export function limitsOf(given: Given): LimitSettings {
  if (given.LIMITS === "off") return { limits: noLimits, budgets: noBudgets };
  const usual = given.NODE_ENV === "production" ? USUAL : noBudgets;
  const { BUDGET_ANONYMOUS, BUDGET_SIGNED_IN, BUDGET_KEY, QUERY_TIMEOUT } = given;
  return {
    limits: QUERY_TIMEOUT === undefined ? {} : { time: QUERY_TIMEOUT * 1_000 },
    budgets: {
      anonymous: BUDGET_ANONYMOUS === undefined ? usual.anonymous : BUDGET_ANONYMOUS,
      signedIn: BUDGET_SIGNED_IN === undefined ? usual.signedIn : BUDGET_SIGNED_IN,
      key: BUDGET_KEY === undefined ? usual.key : BUDGET_KEY,
    },
  };
}
