import { auditLogResolver } from "@convene/shared/audit/audit-log.resolver";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { buildSubgraph } from "@convene/shared/subgraph/subgraph";
import type { GraphQLSchema } from "graphql";
import { AccountResolver } from "./account/account.resolver.ts";
import { AccountService } from "./account/account.service.ts";
import { ApiKeyFieldsResolver, ApiKeyResolver } from "./api-key/api-key.resolver.ts";
import { ApiKeyService } from "./api-key/api-key.service.ts";
import { BounceRegister } from "./bounce-register/bounce-register.service.ts";
import { BounceResolver } from "./bounce-register/bounce.resolver.ts";
import { ConsentFieldsResolver, ConsentResolver } from "./consent/consent.resolver.ts";
import { ConsentService } from "./consent/consent.service.ts";
import type { Context } from "./context.ts";
import {
  NotificationPreferenceResolver,
  NotificationPreferencesFieldsResolver,
} from "./notification-preference/notification-preference.resolver.ts";
import { NotificationPreferenceService } from "./notification-preference/notification-preference.service.ts";
import { PlatformRoleResolver } from "./platform-role/platform-role.resolver.ts";
import { PlatformRoleService } from "./platform-role/platform-role.service.ts";
import { SessionFieldsResolver, SessionResolver } from "./session/session.resolver.ts";
import { SessionService } from "./session/session.service.ts";

/** The composition root: everything this service is made of, wired once. */
export const createSchema = (parts: ServiceParts): GraphQLSchema =>
  buildSubgraph<Context>({
    resolvers: [
      new AccountResolver(new AccountService(parts.db)),
      new SessionFieldsResolver(),
      new SessionResolver(new SessionService(parts.db, parts.transactions)),
      new ConsentFieldsResolver(),
      new ConsentResolver(new ConsentService(parts.db, parts.transactions)),
      new PlatformRoleResolver(new PlatformRoleService(parts)),
      new ApiKeyFieldsResolver(),
      new ApiKeyResolver(new ApiKeyService(parts)),
      new BounceResolver(new BounceRegister(parts)),
      new NotificationPreferenceResolver(
        new NotificationPreferenceService(parts.db, parts.transactions),
      ),
      auditLogResolver("identity", parts.audit.records),
      new NotificationPreferencesFieldsResolver(),
    ],
    entities: {},
  });
