import { registerEnumType } from "type-graphql";

/** What a record tells of. */
export enum AuditKind {
  WRITE = "WRITE",
  READ = "READ",
}

registerEnumType(AuditKind, {
  name: "AuditKind",
  description: "What a record of the audit log tells of.",
  valuesConfig: {
    WRITE: { description: "Something was made, changed or deleted." },
    READ: { description: "Protected personal data of somebody else was read." },
  },
});

/** What was done to a row. */
export enum AuditAction {
  INSERT = "INSERT",
  UPDATE = "UPDATE",
  DELETE = "DELETE",
}

registerEnumType(AuditAction, {
  name: "AuditAction",
  description: "What was done to a row.",
  valuesConfig: {
    INSERT: { description: "It was made." },
    UPDATE: { description: "It was changed." },
    DELETE: { description: "It was deleted." },
  },
});
