import type { MailLanguage } from "@convene/shared/mail/mail-language";
import type { NoticeWords } from "./notification-line.value.ts";

type DecisionWords = Pick<
  NoticeWords,
  | "REPORT_FILED"
  | "REPORT_UPHELD"
  | "REPORT_DISMISSED"
  | "CLAIM_MADE"
  | "CLAIM_APPROVED"
  | "CLAIM_DECLINED"
  | "NETWORK_JOIN_ASKED"
  | "NETWORK_JOINED"
  | "NETWORK_JOIN_DECLINED"
  | "TAKEN_DOWN"
  | "RESTORED"
>;

/** What waits for a decision, and what was decided. */
export const decisionWords: Readonly<Record<MailLanguage, DecisionWords>> = {
  ar: {
    REPORT_FILED: ({ title }) => `بلاغ ينتظر قرارك: ${title}`,
    REPORT_UPHELD: ({ title }) => `أُخفي ما أبلغت عنه: ${title}`,
    REPORT_DISMISSED: ({ title }) => `يبقى ما أبلغت عنه كما هو: ${title}`,
    CLAIM_MADE: ({ title }) => `طلب ملكية ينتظر قرارك: ${title}`,
    CLAIM_APPROVED: ({ title }) => `أصبحت مسؤولًا عن: ${title}`,
    CLAIM_DECLINED: ({ title }) => `لم يُقبل طلبك بشأن: ${title}`,
    NETWORK_JOIN_ASKED: ({ title, name }) => `تطلب ${title} الانضمام إلى ${name ?? ""}`,
    NETWORK_JOINED: ({ title }) => `انضممتم إلى شبكة: ${title}`,
    NETWORK_JOIN_DECLINED: ({ title }) => `لم يُقبل طلب انضمامكم إلى: ${title}`,
    TAKEN_DOWN: ({ title }) => `أُخفي عن الآخرين: ${title}`,
    RESTORED: ({ title }) => `عاد إلى الظهور: ${title}`,
  },
  en: {
    REPORT_FILED: ({ title }) => `A report waits for your decision: ${title}`,
    REPORT_UPHELD: ({ title }) => `What you reported was taken down: ${title}`,
    REPORT_DISMISSED: ({ title }) => `What you reported stays: ${title}`,
    CLAIM_MADE: ({ title }) => `A claim waits for your decision: ${title}`,
    CLAIM_APPROVED: ({ title }) => `You now answer for: ${title}`,
    CLAIM_DECLINED: ({ title }) => `Your claim was declined: ${title}`,
    NETWORK_JOIN_ASKED: ({ title, name }) => `${title} asks to join ${name ?? ""}`,
    NETWORK_JOINED: ({ title }) => `Your organisation has joined ${title}`,
    NETWORK_JOIN_DECLINED: ({ title }) => `Your request to join was declined: ${title}`,
    TAKEN_DOWN: ({ title }) => `Hidden from others: ${title}`,
    RESTORED: ({ title }) => `Shown again: ${title}`,
  },
  es: {
    REPORT_FILED: ({ title }) => `Una denuncia espera su decisión: ${title}`,
    REPORT_UPHELD: ({ title }) => `Se ha retirado lo que usted denunció: ${title}`,
    REPORT_DISMISSED: ({ title }) => `Lo que usted denunció se mantiene: ${title}`,
    CLAIM_MADE: ({ title }) => `Una solicitud espera su decisión: ${title}`,
    CLAIM_APPROVED: ({ title }) => `Ahora usted responde por: ${title}`,
    CLAIM_DECLINED: ({ title }) => `No se ha aceptado su solicitud: ${title}`,
    NETWORK_JOIN_ASKED: ({ title, name }) => `${title} pide unirse a ${name ?? ""}`,
    NETWORK_JOINED: ({ title }) => `Su organización forma parte de ${title}`,
    NETWORK_JOIN_DECLINED: ({ title }) => `No se ha aceptado su solicitud de unirse a ${title}`,
    TAKEN_DOWN: ({ title }) => `Oculto para los demás: ${title}`,
    RESTORED: ({ title }) => `Visible de nuevo: ${title}`,
  },
  fr: {
    REPORT_FILED: ({ title }) => `Un signalement attend votre décision : ${title}`,
    REPORT_UPHELD: ({ title }) => `Ce que vous avez signalé a été retiré : ${title}`,
    REPORT_DISMISSED: ({ title }) => `Ce que vous avez signalé est maintenu : ${title}`,
    CLAIM_MADE: ({ title }) => `Une demande attend votre décision : ${title}`,
    CLAIM_APPROVED: ({ title }) => `Vous répondez désormais de : ${title}`,
    CLAIM_DECLINED: ({ title }) => `Votre demande n’a pas été acceptée : ${title}`,
    NETWORK_JOIN_ASKED: ({ title, name }) => `${title} demande à rejoindre ${name ?? ""}`,
    NETWORK_JOINED: ({ title }) => `Votre organisation a rejoint ${title}`,
    NETWORK_JOIN_DECLINED: ({ title }) =>
      `Votre demande de rejoindre ${title} n’a pas été acceptée`,
    TAKEN_DOWN: ({ title }) => `Masqué aux autres : ${title}`,
    RESTORED: ({ title }) => `De nouveau visible : ${title}`,
  },
  ru: {
    REPORT_FILED: ({ title }) => `Жалоба ждёт вашего решения: ${title}`,
    REPORT_UPHELD: ({ title }) => `То, на что вы пожаловались, скрыто: ${title}`,
    REPORT_DISMISSED: ({ title }) => `То, на что вы пожаловались, остаётся: ${title}`,
    CLAIM_MADE: ({ title }) => `Заявка ждёт вашего решения: ${title}`,
    CLAIM_APPROVED: ({ title }) => `Теперь за эту организацию отвечаете вы: ${title}`,
    CLAIM_DECLINED: ({ title }) => `Ваша заявка отклонена: ${title}`,
    NETWORK_JOIN_ASKED: ({ title, name }) => `Заявка на вступление в сеть ${name ?? ""}: ${title}`,
    NETWORK_JOINED: ({ title }) => `Ваша организация принята в сеть: ${title}`,
    NETWORK_JOIN_DECLINED: ({ title }) => `Заявка на вступление в сеть отклонена: ${title}`,
    TAKEN_DOWN: ({ title }) => `Скрыто от других: ${title}`,
    RESTORED: ({ title }) => `Снова видно: ${title}`,
  },
  zh: {
    REPORT_FILED: ({ title }) => `有一份举报等待您处理：${title}`,
    REPORT_UPHELD: ({ title }) => `您举报的内容已被撤下：${title}`,
    REPORT_DISMISSED: ({ title }) => `您举报的内容予以保留：${title}`,
    CLAIM_MADE: ({ title }) => `有一项认领申请等待您决定：${title}`,
    CLAIM_APPROVED: ({ title }) => `您现在负责：${title}`,
    CLAIM_DECLINED: ({ title }) => `您的认领申请未获批准：${title}`,
    NETWORK_JOIN_ASKED: ({ title, name }) => `${title} 申请加入 ${name ?? ""}`,
    NETWORK_JOINED: ({ title }) => `贵组织已加入：${title}`,
    NETWORK_JOIN_DECLINED: ({ title }) => `贵组织加入 ${title} 的申请未获批准`,
    TAKEN_DOWN: ({ title }) => `已对他人隐藏：${title}`,
    RESTORED: ({ title }) => `已恢复显示：${title}`,
  },
};
