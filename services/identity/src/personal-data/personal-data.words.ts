import type { Words } from "../layout/language.page.ts";

interface PersonalDataWords {
  readonly title: string;
  readonly take: string;
  readonly takeAbout: string;
  readonly download: string;
  readonly erasure: string;
  readonly erasureAbout: string;
  readonly signInFirst: string;
  readonly email: string;
  readonly wrongEmail: string;
  readonly erase: string;
  readonly erased: string;
  readonly erasedAbout: string;
}

export const personalDataWords: Words<PersonalDataWords> = {
  ar: {
    title: "بياناتك",
    take: "خذها معك",
    takeAbout:
      "ملف واحد (JSON) فيه كل ما نحتفظ به عنك: ملفك ومن يراه، والأدوار والمقاعد والحضور والجلسات والمفاتيح. ليست فيه أي أسرار.",
    download: "تنزيل بياناتك",
    erasure: "محو بياناتك",
    erasureAbout:
      "يزول حسابك وملفك فورًا ونهائيًا، ومعهما اسمك وعنوانك ومفاتيحك. ويبقى ما اتفقت عليه المجموعة: تقول محاضرها ومقاعدها أي منظمة كانت حاضرة، ولا تقول بعد ذلك إنه أنت. لا يستطيع أحد التراجع عن هذا.",
    signInFirst: "لهذا يجب أن تكون قد سجّلت الدخول خلال ربع الساعة الأخير.",
    email: "للتأكد: عنوان بريدك",
    wrongEmail: "ليس هذا عنوان حسابك.",
    erase: "امحوني",
    erased: "تم محوك",
    erasedAbout:
      "زال حسابك، وخلال دقيقة يزول كل ما يدل عليك غيره. أما الرسائل التي أُرسلت إليك فهي في صندوق بريدك وحده.",
  },
  en: {
    title: "Your data",
    take: "Take it along",
    takeAbout:
      "One file (JSON) with all that is held of you: your profile and who may see it, roles, seats, attendance, sessions and keys. No secrets are in it.",
    download: "Download your data",
    erasure: "Be erased",
    erasureAbout:
      "Your account and your profile go at once and for good, with your name, your address and your keys. What a group has agreed stays: its minutes and seats say which organisation was there, and no longer that it was you. Nobody can undo this.",
    signInFirst: "For this you must have signed in within the last quarter of an hour.",
    email: "To be sure: your mail address",
    wrongEmail: "This is not the address of your account.",
    erase: "Erase me",
    erased: "You are erased",
    erasedAbout:
      "Your account is gone, and within a minute everything else that says who you were. Mails that were sent to you lie in your own mailbox alone.",
  },
  es: {
    title: "Sus datos",
    take: "Lléveselos",
    takeAbout:
      "Un archivo (JSON) con todo lo que se guarda de usted: su perfil y quién puede verlo, funciones, asientos, asistencia, sesiones y claves. No contiene ningún secreto.",
    download: "Descargar sus datos",
    erasure: "Borrarse",
    erasureAbout:
      "Su cuenta y su perfil desaparecen al momento y para siempre, con su nombre, su dirección y sus claves. Lo que un grupo ha acordado queda: sus actas y asientos dicen qué organización estuvo, y ya no que era usted. Nadie puede deshacerlo.",
    signInFirst: "Para esto debe haber entrado en el último cuarto de hora.",
    email: "Para confirmarlo: su dirección de correo",
    wrongEmail: "Esta no es la dirección de su cuenta.",
    erase: "Bórrenme",
    erased: "Sus datos se han borrado",
    erasedAbout:
      "Su cuenta ya no existe y, en un minuto, tampoco nada más que diga quién era usted. Los correos que se le enviaron están solo en su propio buzón.",
  },
  fr: {
    title: "Vos données",
    take: "Les emporter",
    takeAbout:
      "Un fichier (JSON) avec tout ce qui est conservé sur vous : votre profil et qui peut le voir, rôles, sièges, présences, sessions et clés. Il ne contient aucun secret.",
    download: "Télécharger vos données",
    erasure: "Être effacé",
    erasureAbout:
      "Votre compte et votre profil disparaissent aussitôt et pour de bon, avec votre nom, votre adresse et vos clés. Ce qu’un groupe a décidé reste : ses comptes rendus et ses sièges disent quelle organisation était là, et non plus que c’était vous. Personne ne peut revenir là-dessus.",
    signInFirst: "Pour cela, vous devez vous être connecté dans le dernier quart d’heure.",
    email: "Pour en être sûr : votre adresse électronique",
    wrongEmail: "Ce n’est pas l’adresse de votre compte.",
    erase: "Effacez-moi",
    erased: "Vos données sont effacées",
    erasedAbout:
      "Votre compte n’existe plus et, d’ici une minute, rien d’autre ne dira qui vous étiez. Les messages qui vous ont été envoyés ne sont que dans votre propre boîte.",
  },
  ru: {
    title: "Ваши данные",
    take: "Забрать их",
    takeAbout:
      "Один файл (JSON) со всем, что о вас хранится: профиль и кто его видит, роли, места, участие во встречах, сеансы и ключи. Секретов в нём нет.",
    download: "Скачать ваши данные",
    erasure: "Стереть данные",
    erasureAbout:
      "Ваша учётная запись и профиль исчезнут сразу и навсегда, вместе с именем, адресом и ключами. То, о чём договорилась группа, останется: протоколы и места скажут, какая организация там была, но уже не то, что это были вы. Отменить это не сможет никто.",
    signInFirst: "Для этого нужно войти не раньше чем четверть часа назад.",
    email: "Для уверенности: ваш адрес почты",
    wrongEmail: "Это не адрес вашей учётной записи.",
    erase: "Стереть меня",
    erased: "Ваши данные стёрты",
    erasedAbout:
      "Вашей учётной записи больше нет, а через минуту не будет и всего остального, что говорило, кто вы. Отправленные вам письма лежат только в вашем ящике.",
  },
  zh: {
    title: "您的数据",
    take: "带走数据",
    takeAbout:
      "一个文件（JSON），包含我们保存的关于您的一切：您的资料及谁可以看到它、角色、席位、出席情况、会话和密钥。其中没有任何秘密。",
    download: "下载您的数据",
    erasure: "删除数据",
    erasureAbout:
      "您的账户和资料将立即永久消失，包括您的姓名、地址和密钥。小组已商定的内容会保留：会议记录和席位只说明是哪个组织在场，不再说明那就是您。任何人都无法撤销此操作。",
    signInFirst: "为此，您必须在最近一刻钟内登录过。",
    email: "请确认：您的邮箱地址",
    wrongEmail: "这不是您账户的地址。",
    erase: "删除我的数据",
    erased: "您的数据已删除",
    erasedAbout:
      "您的账户已不存在，一分钟内其他能表明您身份的内容也会消失。发给您的邮件只在您自己的邮箱里。",
  },
};
