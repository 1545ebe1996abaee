import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import { type Connection, ConnectionArgs } from "../connection/connection.ts";
import type { ServiceContext } from "../subgraph/service-context.ts";
import { isAdmin } from "../viewer.ts";
import { AuditFilterInput } from "./audit-log.inputs.ts";
import type { AuditLogService } from "./audit-log.service.ts";
import { type AuditRecord, AuditRecordConnection } from "./audit-log.type.ts";

type ResolverClass = new (records: AuditLogService) => object;

const made = new Map<string, ResolverClass>();

/** The part of `auditLog` that one service answers: the field that has its name. */
export function auditLogResolver(service: string, records: AuditLogService): object {
  const known = made.get(service) ?? resolverOf(service);
  made.set(service, known);
  return new known(records);
}

/** A type of its own for each service: to all of them it is one type with a field from each. */
function resolverOf(service: string): ResolverClass {
  const name = service.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

  @ObjectType("AuditLog", {
    description:
      "Who did or read what: of every service a chain of records, to which is only ever added.",
  })
  class AuditLog {}

  @Resolver(() => AuditLog)
  class AuditLogResolver {
    constructor(private readonly records: AuditLogService) {}

    @Query(() => AuditLog, {
      nullable: true,
      description: "The audit log of every service. Null for all but administrators.",
    })
    @Directive("@shareable")
    auditLog(@Ctx() { viewer }: ServiceContext): AuditLog | null {
      return isAdmin(viewer) ? new AuditLog() : null;
    }

    @FieldResolver(() => AuditRecordConnection, {
      name,
      nullable: true,
      description: `What was written and read in the service ${service}, the newest first.`,
    })
    recordsOf(
      @Arg("filter", () => AuditFilterInput, { nullable: true, description: "Which records." })
      filter: AuditFilterInput | null,
      @Args(() => ConnectionArgs) args: ConnectionArgs,
      @Ctx() { viewer, reads }: ServiceContext,
    ): Promise<Connection<AuditRecord> | null> {
      return this.records.list({ viewer, filter: filter ?? null, args, reads });
    }
  }
  return AuditLogResolver;
}
