import type { ServiceParts } from "@convene/shared/service/service-definition";
import { buildSubgraph } from "@convene/shared/subgraph/subgraph";
import type { GraphQLSchema } from "graphql";
import { AccountResolver } from "./account/account.resolver.ts";
import { AccountService } from "./account/account.service.ts";
import { ApiKeyFieldsResolver, ApiKeyResolver } from "./api-key/api-key.resolver.ts";
import { ApiKeyService } from "./api-key/api-key.service.ts";
import type { Context } from "./context.ts";
import { SessionFieldsResolver, SessionResolver } from "./session/session.resolver.ts";
import { SessionService } from "./session/session.service.ts";

/** The composition root: everything this service is made of, wired once. */
export const createSchema = (parts: ServiceParts): GraphQLSchema =>
  buildSubgraph<Context>({
    resolvers: [
      new AccountResolver(new AccountService(parts.db)),
      new SessionFieldsResolver(),
      new SessionResolver(new SessionService(parts.db, parts.transactions)),
      new ApiKeyFieldsResolver(),
      new ApiKeyResolver(new ApiKeyService(parts)),
    ],
    entities: {},
  });
