import type { MailLanguage } from "@convene/shared/mail/mail-language";
import { PollChoice } from "../poll-answer/poll-choice.enum.ts";

interface PollWords extends Readonly<Record<PollChoice, string>> {
  readonly forOrganisation: (name: string) => string;
  readonly lasts: (minutes: number) => string;
  readonly until: (moment: string) => string;
  readonly zone: (zone: string) => string;
  readonly zoneLabel: string;
  readonly showTimes: string;
  readonly filledIn: string;
  readonly send: string;
  readonly saved: string;
  readonly closed: string;
  readonly decided: (moment: string) => string;
  readonly toCalendar: string;
  readonly late: string;
  readonly choose: string;
  readonly nothing: string;
  readonly nothingWhy: string;
  /** As `Intl` knows the dates of the language. */
  readonly dates: string;
}

/** A name in letters of its own direction (Unicode's FIRST STRONG ISOLATE). */
const apart = (name: string): string => `\u2068${name}\u2069`;

/** What the page says on which one of the invited answers. */
export const pollWords: Readonly<Record<MailLanguage, PollWords>> = {
  ar: {
    forOrganisation: (name) => `تجيب باسم ${apart(name)}.`,
    lasts: (minutes) => `مدة الاجتماع: ${minutes} دقيقة.`,
    until: (moment) => `يمكنك الإجابة وتغيير إجابتك حتى ${moment}.`,
    zone: (zone) => `الأوقات بحسب المنطقة الزمنية ${apart(zone)}.`,
    [PollChoice.YES]: "نعم",
    [PollChoice.IF_NEED_BE]: "عند الضرورة",
    [PollChoice.NO]: "لا",
    zoneLabel: "المنطقة الزمنية",
    showTimes: "عرض الأوقات بهذه المنطقة",
    filledIn: "مُلئت الإجابات بحسب ساعاتك المحفوظة وتقويمك. عدّل ما يلزم ثم أرسل.",
    send: "إرسال الإجابة",
    saved: "شكرًا، حُفظت إجابتك.",
    closed: "أُغلق هذا الاستطلاع. ما أجبت به قائم.",
    decided: (moment) => `موعد الاجتماع: ${moment}.`,
    toCalendar: "إضافة إلى التقويم",
    late: "أُغلق الاستطلاع قبل وصول هذه الإجابة، فلم يتغير شيء. ما أجبت به سابقًا قائم.",
    choose: "اختر إجابة لموعد واحد على الأقل.",
    nothing: "لا شيء هنا",
    nothingWhy: "هذا الرابط غير صالح أو انتهت صلاحيته. اطلب رابطًا جديدًا ممن دعاك.",
    dates: "ar",
  },
  en: {
    forOrganisation: (name) => `You answer for ${apart(name)}.`,
    lasts: (minutes) => `The meeting lasts ${minutes} minutes.`,
    until: (moment) => `You can answer, and change your answer, until ${moment}.`,
    zone: (zone) => `Times are those of ${apart(zone)}.`,
    [PollChoice.YES]: "Yes",
    [PollChoice.IF_NEED_BE]: "If need be",
    [PollChoice.NO]: "No",
    zoneLabel: "Time zone",
    showTimes: "Show the times in this zone",
    filledIn:
      "This is filled in from your saved hours and calendar. Change what is not right, and send it.",
    send: "Send my answer",
    saved: "Thank you. Your answer is saved.",
    closed: "This poll is closed. What you have answered stands.",
    decided: (moment) => `The meeting is on ${moment}.`,
    toCalendar: "Add it to your calendar",
    late: "The poll was closed before this answer came, so nothing has changed. What you answered before stands.",
    choose: "Choose an answer for at least one time.",
    nothing: "There is nothing here",
    nothingWhy: "This link is not valid, or no longer. Ask whoever has invited you for a new one.",
    dates: "en-GB",
  },
  es: {
    forOrganisation: (name) => `Usted responde por ${apart(name)}.`,
    lasts: (minutes) => `La reunión dura ${minutes} minutos.`,
    until: (moment) => `Puede responder y cambiar su respuesta hasta el ${moment}.`,
    zone: (zone) => `Las horas son las de ${apart(zone)}.`,
    [PollChoice.YES]: "Sí",
    [PollChoice.IF_NEED_BE]: "Si es necesario",
    [PollChoice.NO]: "No",
    zoneLabel: "Zona horaria",
    showTimes: "Mostrar las horas en esta zona",
    filledIn:
      "Las respuestas se han rellenado con sus horas guardadas y su calendario. Corrija lo que haga falta y envíelas.",
    send: "Enviar mi respuesta",
    saved: "Gracias. Su respuesta está guardada.",
    closed: "Esta encuesta está cerrada. Lo que usted respondió sigue en pie.",
    decided: (moment) => `La reunión será el ${moment}.`,
    toCalendar: "Añadirla a su calendario",
    late: "La encuesta se cerró antes de que llegara esta respuesta, así que nada ha cambiado. Lo que respondió antes sigue en pie.",
    choose: "Elija una respuesta para al menos una fecha.",
    nothing: "Aquí no hay nada",
    nothingWhy: "Este enlace no es válido o ya no lo es. Pida uno nuevo a quien le ha invitado.",
    dates: "es",
  },
  fr: {
    forOrganisation: (name) => `Vous répondez pour ${apart(name)}.`,
    lasts: (minutes) => `La réunion dure ${minutes} minutes.`,
    until: (moment) => `Vous pouvez répondre et modifier votre réponse jusqu’au ${moment}.`,
    zone: (zone) => `Les heures sont celles de ${apart(zone)}.`,
    [PollChoice.YES]: "Oui",
    [PollChoice.IF_NEED_BE]: "Si nécessaire",
    [PollChoice.NO]: "Non",
    zoneLabel: "Fuseau horaire",
    showTimes: "Afficher les heures dans ce fuseau",
    filledIn:
      "Les réponses sont préremplies d’après vos heures enregistrées et votre agenda. Corrigez-les si besoin, puis envoyez.",
    send: "Envoyer ma réponse",
    saved: "Merci. Votre réponse est enregistrée.",
    closed: "Ce sondage est clos. Ce que vous avez répondu reste valable.",
    decided: (moment) => `La réunion aura lieu le ${moment}.`,
    toCalendar: "L’ajouter à votre agenda",
    late: "Le sondage a été clos avant l’arrivée de cette réponse : rien n’a changé. Ce que vous aviez répondu reste valable.",
    choose: "Choisissez une réponse pour au moins une date.",
    nothing: "Il n’y a rien ici",
    nothingWhy:
      "Ce lien n’est pas valable, ou ne l’est plus. Demandez-en un nouveau à la personne qui vous a invité.",
    dates: "fr",
  },
  ru: {
    forOrganisation: (name) => `Вы отвечаете за организацию «${apart(name)}».`,
    lasts: (minutes) => `Продолжительность встречи: ${minutes} мин.`,
    until: (moment) => `Ответить и изменить ответ можно до ${moment}.`,
    zone: (zone) => `Время указано по поясу ${apart(zone)}.`,
    [PollChoice.YES]: "Да",
    [PollChoice.IF_NEED_BE]: "При необходимости",
    [PollChoice.NO]: "Нет",
    zoneLabel: "Часовой пояс",
    showTimes: "Показать время в этом поясе",
    filledIn:
      "Ответы заполнены по вашим сохранённым часам и календарю. Исправьте, если нужно, и отправьте.",
    send: "Отправить ответ",
    saved: "Спасибо. Ваш ответ сохранён.",
    closed: "Опрос закрыт. Ваш ответ остаётся в силе.",
    decided: (moment) => `Встреча состоится: ${moment}.`,
    toCalendar: "Добавить в календарь",
    late: "Опрос был закрыт до того, как пришёл этот ответ: ничего не изменилось. Прежний ответ остаётся в силе.",
    choose: "Выберите ответ хотя бы для одного времени.",
    nothing: "Здесь ничего нет",
    nothingWhy:
      "Эта ссылка недействительна или уже не действует. Попросите новую у того, кто вас пригласил.",
    dates: "ru",
  },
  zh: {
    forOrganisation: (name) => `您代表 ${apart(name)} 作答。`,
    lasts: (minutes) => `会议时长：${minutes} 分钟。`,
    until: (moment) => `您可以在 ${moment} 之前作答和修改。`,
    zone: (zone) => `时间以 ${apart(zone)} 时区为准。`,
    [PollChoice.YES]: "可以",
    [PollChoice.IF_NEED_BE]: "必要时可以",
    [PollChoice.NO]: "不可以",
    zoneLabel: "时区",
    showTimes: "按此时区显示时间",
    filledIn: "已根据您保存的时间和日历预先填写。请修改有误之处，然后提交。",
    send: "提交答复",
    saved: "谢谢，您的答复已保存。",
    closed: "此投票已结束。您此前的答复仍然有效。",
    decided: (moment) => `会议时间：${moment}。`,
    toCalendar: "添加到日历",
    late: "此答复送达前投票已结束，因此没有任何更改。您此前的答复仍然有效。",
    choose: "请至少为一个时间选择答复。",
    nothing: "这里什么也没有",
    nothingWhy: "此链接无效或已失效。请向邀请您的人索取新链接。",
    dates: "zh-CN",
  },
};
