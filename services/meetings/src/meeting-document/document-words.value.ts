import type { AgendaLanguage } from "../agenda-template/standing-title.value.ts";

export interface DocumentWords {
  readonly agenda: string;
  readonly minutes: string;
  readonly present: string;
  readonly agreed: string;
  readonly actionLog: string;
  readonly decision: string;
  readonly action: string;
  readonly presenter: string;
  readonly host: string;
  readonly chair: string;
  readonly papers: string;
  readonly objective: string;
  readonly consultation: string;
  readonly due: string;
  readonly meetingRule: string;
  readonly itemRule: string;
  readonly states: Readonly<Record<string, string>>;
  readonly purposes: Readonly<Record<"INFORM" | "DISCUSS" | "DECIDE", string>>;
}

const en: DocumentWords = {
  ...{ agenda: "Agenda", minutes: "Minutes", present: "Present", agreed: "Agreed" },
  ...{ actionLog: "Actions of earlier meetings", decision: "Decision", action: "Action" },
  ...{
    host: "Host",
    chair: "Chair",
    presenter: "Presented by",
    papers: "Papers",
    objective: "Objective",
    consultation: "Call for input",
    due: "until",
  },
  meetingRule: "Held under the Chatham House Rule: nobody is named.",
  itemRule: "Under the Chatham House Rule: nobody is named.",
  states: {
    ...{ DRAFT: "draft", CONCLUDED: "to be approved", APPROVED: "approved" },
    ...{ ADOPTED: "adopted", CARRIED_OUT: "carried out", REVOKED: "revoked" },
    ...{ OPEN: "open", IN_PROGRESS: "in progress", DONE: "done", CANCELLED: "cancelled" },
  },
  purposes: { INFORM: "For information", DISCUSS: "For discussion", DECIDE: "For decision" },
};

const fr: DocumentWords = {
  ...{ agenda: "Ordre du jour", minutes: "Compte rendu", present: "Présents", agreed: "Convenu" },
  ...{ actionLog: "Actions des réunions précédentes", decision: "Décision", action: "Action" },
  ...{
    host: "Hôte",
    chair: "Présidence",
    presenter: "Présenté par",
    papers: "Documents",
    objective: "Objectif",
    consultation: "Appel à contributions",
    due: "d’ici au",
  },
  meetingRule: "Tenue selon la règle de Chatham House : personne n’est nommé.",
  itemRule: "Selon la règle de Chatham House : personne n’est nommé.",
  states: {
    ...{ DRAFT: "projet", CONCLUDED: "à approuver", APPROVED: "approuvé" },
    ...{ ADOPTED: "adoptée", CARRIED_OUT: "exécutée", REVOKED: "révoquée" },
    ...{ OPEN: "ouverte", IN_PROGRESS: "en cours", DONE: "achevée", CANCELLED: "annulée" },
  },
  purposes: { INFORM: "Pour information", DISCUSS: "Pour discussion", DECIDE: "Pour décision" },
};

const es: DocumentWords = {
  ...{ agenda: "Orden del día", minutes: "Acta", present: "Presentes", agreed: "Acordado" },
  ...{ actionLog: "Acciones de reuniones anteriores", decision: "Decisión", action: "Acción" },
  ...{
    host: "Anfitrión",
    chair: "Presidencia",
    presenter: "Presentado por",
    papers: "Documentos",
    objective: "Objetivo",
    consultation: "Convocatoria de aportaciones",
    due: "hasta el",
  },
  meetingRule: "Celebrada según la regla de Chatham House: no se nombra a nadie.",
  itemRule: "Según la regla de Chatham House: no se nombra a nadie.",
  states: {
    ...{ DRAFT: "borrador", CONCLUDED: "pendiente de aprobación", APPROVED: "aprobada" },
    ...{ ADOPTED: "adoptada", CARRIED_OUT: "ejecutada", REVOKED: "revocada" },
    ...{ OPEN: "abierta", IN_PROGRESS: "en curso", DONE: "terminada", CANCELLED: "cancelada" },
  },
  purposes: { INFORM: "Para información", DISCUSS: "Para debate", DECIDE: "Para decisión" },
};

const ru: DocumentWords = {
  ...{ agenda: "Повестка дня", minutes: "Протокол", present: "Присутствовали" },
  ...{ agreed: "Согласовано", actionLog: "Задачи прошлых встреч", decision: "Решение" },
  ...{
    action: "Задача",
    host: "Принимает",
    chair: "Председательствует",
    presenter: "Представляет",
    papers: "Документы",
    objective: "Цель",
    consultation: "Сбор мнений",
    due: "до",
  },
  meetingRule: "Встреча проходит по правилу Чатем-Хаус: никто не называется.",
  itemRule: "По правилу Чатем-Хаус: никто не называется.",
  states: {
    ...{ DRAFT: "проект", CONCLUDED: "на утверждении", APPROVED: "утверждён" },
    ...{ ADOPTED: "принято", CARRIED_OUT: "выполнено", REVOKED: "отменено" },
    ...{ OPEN: "открыта", IN_PROGRESS: "в работе", DONE: "выполнена", CANCELLED: "отменена" },
  },
  purposes: { INFORM: "Для сведения", DISCUSS: "Для обсуждения", DECIDE: "Для решения" },
};

const ar: DocumentWords = {
  ...{
    agenda: "جدول الأعمال",
    minutes: "محضر الاجتماع",
    present: "الحاضرون",
    agreed: "ما اتُّفق عليه",
  },
  ...{ actionLog: "إجراءات الاجتماعات السابقة", decision: "قرار", action: "إجراء" },
  ...{
    host: "الجهة المضيفة",
    chair: "الرئاسة",
    presenter: "يقدمه",
    papers: "الوثائق",
    objective: "الهدف",
    consultation: "دعوة لتقديم المساهمات",
    due: "حتى",
  },
  meetingRule: "عُقد الاجتماع وفق قاعدة تشاتام هاوس: لا يُذكر اسم أحد.",
  itemRule: "وفق قاعدة تشاتام هاوس: لا يُذكر اسم أحد.",
  states: {
    ...{ DRAFT: "مسودة", CONCLUDED: "في انتظار الاعتماد", APPROVED: "معتمد" },
    ...{ ADOPTED: "معتمد", CARRIED_OUT: "منفذ", REVOKED: "ملغى" },
    ...{ OPEN: "مفتوح", IN_PROGRESS: "قيد التنفيذ", DONE: "منجز", CANCELLED: "ملغى" },
  },
  purposes: { INFORM: "للإحاطة", DISCUSS: "للمناقشة", DECIDE: "لاتخاذ قرار" },
};

const zh: DocumentWords = {
  ...{ agenda: "议程", minutes: "会议记录", present: "出席", agreed: "商定事项" },
  ...{ actionLog: "以往会议的行动事项", decision: "决定", action: "行动" },
  ...{
    papers: "文件",
    host: "主办方",
    chair: "主持方",
    presenter: "介绍方",
    objective: "目标",
    consultation: "征集意见",
    due: "截止",
  },
  meetingRule: "本次会议遵循查塔姆研究所规则：不记录姓名。",
  itemRule: "遵循查塔姆研究所规则：不记录姓名。",
  states: {
    ...{ DRAFT: "草稿", CONCLUDED: "待批准", APPROVED: "已批准" },
    ...{ ADOPTED: "已通过", CARRIED_OUT: "已执行", REVOKED: "已撤销" },
    ...{ OPEN: "未开始", IN_PROGRESS: "进行中", DONE: "已完成", CANCELLED: "已取消" },
  },
  purposes: { INFORM: "供参考", DISCUSS: "供讨论", DECIDE: "供决定" },
};

export const DOCUMENT_WORDS: Readonly<Record<AgendaLanguage, DocumentWords>> = {
  ...{ ar, en, es },
  ...{ fr, ru, zh },
};
