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
    title: "إيقاف الدعوات؟",
    about:
      "لن ترسل إليك أي شبكة دعوة أخرى على هذا العنوان. تبقى الدعوات التي وصلتك صالحة حتى تنتهي مدتها.",
    stop: "إيقاف الدعوات",
    stopped: "لن تصلك دعوات بعد الآن",
    stoppedAbout: "لا نحتفظ بعنوانك لهذا الغرض، بل ببصمة منه نعرفه بها.",
    bad: "هذا الرابط غير صالح",
    badAbout: "انسخ الرابط كاملًا من الرسالة.",
  },
  en: {
    title: "Stop invitations?",
    about:
      "No network will send another invitation to this address. Those that you have stay good until they expire.",
    stop: "Stop them",
    stopped: "You will get no more invitations",
    stoppedAbout:
      "Your address is not kept for this, only a fingerprint by which it is known again.",
    bad: "This link is not good",
    badAbout: "Copy the whole of it out of the mail.",
  },
  es: {
    title: "¿Dejar de recibir invitaciones?",
    about:
      "Ninguna red enviará otra invitación a esta dirección. Las que tiene siguen sirviendo hasta que caduquen.",
    stop: "Dejar de recibirlas",
    stopped: "Ya no recibirá invitaciones",
    stoppedAbout: "Para esto no se guarda su dirección, solo una huella por la que se la reconoce.",
    bad: "Este enlace no es válido",
    badAbout: "Copie el enlace completo del correo.",
  },
  fr: {
    title: "Ne plus recevoir d’invitations ?",
    about:
      "Aucun réseau n’enverra d’autre invitation à cette adresse. Celles que vous avez restent valables jusqu’à leur terme.",
    stop: "Ne plus en recevoir",
    stopped: "Vous ne recevrez plus d’invitations",
    stoppedAbout:
      "Votre adresse n’est pas conservée pour cela, seulement une empreinte qui permet de la reconnaître.",
    bad: "Ce lien n’est pas valable",
    badAbout: "Copiez-le en entier depuis le message.",
  },
  ru: {
    title: "Больше не получать приглашений?",
    about:
      "Ни одна сеть больше не пришлёт приглашение на этот адрес. Уже полученные действуют до конца своего срока.",
    stop: "Не получать",
    stopped: "Приглашений больше не будет",
    stoppedAbout: "Сам адрес для этого не хранится, только отпечаток, по которому его узнают.",
    bad: "Эта ссылка недействительна",
    badAbout: "Скопируйте её из письма целиком.",
  },
  zh: {
    title: "停止接收邀请？",
    about: "任何网络都不会再向此地址发送邀请。您已收到的邀请在到期前仍然有效。",
    stop: "停止接收",
    stopped: "您将不再收到邀请",
    stoppedAbout: "为此我们不保存您的地址，只保存一个可用来识别它的指纹。",
    bad: "此链接无效",
    badAbout: "请从邮件中完整复制链接。",
  },
};
