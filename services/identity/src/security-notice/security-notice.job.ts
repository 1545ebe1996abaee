import { mailJob } from "@convene/shared/mail/mail-job";
import { securityNoticeMail } from "./security-notice.mail.ts";

export const sendSecurityNotice = mailJob([securityNoticeMail]);
