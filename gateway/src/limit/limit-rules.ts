import { limitExceeded } from "@convene/shared/errors";
import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import { maxDirectivesRule } from "@escape.tech/graphql-armor-max-directives";
import type { GraphQLError, ValidationContext, ValidationRule } from "graphql";
import type { Limits } from "./limits.ts";

/** Run before any other validation, which is quadratic in what these bound. */
export function limitRules({ depth, aliases, directives }: Limits): readonly ValidationRule[] {
  return [
    maxDepthRule({ ...refusing, n: depth, flattenFragments: true, ignoreIntrospection: false }),
    maxAliasesRule({ ...refusing, n: aliases, allowList: [] }),
    maxDirectivesRule({ ...refusing, n: directives }),
  ];
}

const refusing = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) => {
      context?.reportError(limitExceeded(message.replace("Syntax Error: ", "")));
    },
  ],
};
