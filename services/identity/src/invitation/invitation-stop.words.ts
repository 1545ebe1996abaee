import type { Words } from "../layout/language.page.ts";

interface InvitationStopWords {
  readonly title: string;
  readonly about: string;
  readonly stop: string;
  readonly stopped: string;
  readonly stoppedAbout: string;
  readonly bad: string;
  readonly badAbout: string;
}

export const invitationStopWords: Words<InvitationStopWords> = {
  ar: {
    title: "إيقاف هذه الرسائل؟",
    about:
      "لن يتمكن أحد بعد الآن من أن يرسل إلى هذا العنوان عبر Convene دعوات أو استطلاعات أو أخبارًا عن اجتماعات. تبقى الدعوات والروابط التي وصلتك صالحة حتى تنتهي مدتها.",
    stop: "إيقافها",
    stopped: "لن تصلك هذه الرسائل بعد الآن",
    stoppedAbout: "لا نحتفظ بعنوانك لهذا الغرض، بل ببصمة منه نعرفه بها.",
    bad: "هذا الرابط غير صالح",
    badAbout: "انسخ الرابط كاملًا من الرسالة.",
  },
  en: {
    title: "Stop these mails?",
    about:
      "Nobody can send invitations, polls or news of meetings to this address through Convene any more. Invitations and links that you have stay good until they expire.",
    stop: "Stop them",
    stopped: "You will get no more of these mails",
    stoppedAbout:
      "Your address is not kept for this, only a fingerprint by which it is known again.",
    bad: "This link is not good",
    badAbout: "Copy the whole of it out of the mail.",
  },
  es: {
    title: "¿Dejar de recibir estos correos?",
    about:
      "Nadie podrá ya enviar a esta dirección, mediante Convene, invitaciones, encuestas ni noticias de reuniones. Las invitaciones y los enlaces que tiene siguen sirviendo hasta que caduquen.",
    stop: "Dejar de recibirlos",
    stopped: "Ya no recibirá estos correos",
    stoppedAbout: "Para esto no se guarda su dirección, solo una huella por la que se la reconoce.",
    bad: "Este enlace no es válido",
    badAbout: "Copie el enlace completo del correo.",
  },
  fr: {
    title: "Ne plus recevoir ces messages ?",
    about:
      "Personne ne pourra plus envoyer à cette adresse, par Convene, d’invitations, de sondages ou de nouvelles de réunions. Les invitations et les liens que vous avez restent valables jusqu’à leur terme.",
    stop: "Ne plus en recevoir",
    stopped: "Vous ne recevrez plus ces messages",
    stoppedAbout:
      "Votre adresse n’est pas conservée pour cela, seulement une empreinte qui permet de la reconnaître.",
    bad: "Ce lien n’est pas valable",
    badAbout: "Copiez-le en entier depuis le message.",
  },
  ru: {
    title: "Больше не получать таких писем?",
    about:
      "Никто больше не сможет присылать на этот адрес через Convene приглашения, опросы и новости о встречах. Уже полученные приглашения и ссылки действуют до конца своего срока.",
    stop: "Не получать",
    stopped: "Таких писем больше не будет",
    stoppedAbout: "Сам адрес для этого не хранится, только отпечаток, по которому его узнают.",
    bad: "Эта ссылка недействительна",
    badAbout: "Скопируйте её из письма целиком.",
  },
  zh: {
    title: "停止接收此类邮件？",
    about:
      "今后任何人都不能再通过 Convene 向此地址发送邀请、投票或会议消息。您已收到的邀请和链接在到期前仍然有效。",
    stop: "停止接收",
    stopped: "您将不再收到此类邮件",
    stoppedAbout: "为此我们不保存您的地址，只保存一个可用来识别它的指纹。",
    bad: "此链接无效",
    badAbout: "请从邮件中完整复制链接。",
  },
};
