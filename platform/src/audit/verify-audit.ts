import type { Verification } from "@convene/shared/audit/audit-chain";
import { type ServiceName, serviceNames, type Services } from "../runtime/services.ts";
import { type AuditHeads, keepHeads, readHeads } from "./audit-heads.ts";

export interface AuditVerification {
  readonly service: ServiceName;
  readonly verification: Verification;
}

export interface VerifyAuditOptions {
  readonly services: Services;
  readonly dataFolder: string;
  /** Takes the chains as they are for right, whatever was noted of them before. */
  readonly anew: boolean;
  /** Told of each as it is done. */
  readonly tell: (verified: AuditVerification) => void;
}

/** Every chain, whole; where all hold, it is noted how far they reach. */
export async function verifyAudit(options: VerifyAuditOptions): Promise<AuditVerification[]> {
  const { services, dataFolder, anew, tell } = options;
  const known: AuditHeads = anew ? {} : await readHeads(dataFolder);
  const all: AuditVerification[] = [];
  for (const service of serviceNames) {
    const verification = await services[service].parts.audit.verify(known[service] ?? null);
    all.push({ service, verification });
    tell({ service, verification });
  }
  if (all.every(({ verification }) => verification.fault === null)) {
    const heads = all.map(({ service, verification }) => [service, verification.head] as const);
    await keepHeads(dataFolder, Object.fromEntries(heads));
  }
  return all;
}
