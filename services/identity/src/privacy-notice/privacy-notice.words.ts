import type { Words } from "../layout/language.page.ts";

/**
 * `docs/privacy.md` in short, a paragraph each: what is held, who sees it, hours, the log, how long,
 * to whom it goes, and one's rights. Whoever changes the sense of it raises `NOTICE_VERSION`.
 */
export const privacyNoticeWords: Words<readonly string[]> = {
  ar: [
    "يُحفظ حسابك (الاسم وعنوان البريد وطرق دخولك وما يسمّي به متصفحك نفسه)، وملفك وأدوارك ومقاعدك، وما تكتبه وتجيب به وتسجّله هنا، وأوقات فراغك إن أدخلتها.",
    "يرى ملفك من تسمّيه إعدادات ظهوره، ومالكو منظماتك ومحرروها، ومديرو النظام. أما عنوان بريدك فلا يُعرض على أحد في الشبكة: تُنقل الرسائل من دونه.",
    "من يخطط لاجتماع يعرف مدى ملاءمة الموعد لك، لا أوقات فراغك.",
    "يُدوَّن في سجل للمديرين من غيّر ماذا ومن قرأ ما هو محمي ومن أي عنوان على الإنترنت. وبعد محوك لا يمكن لأحد أن يقرأ ما فيه من بياناتك الشخصية.",
    "تُحذف الرسائل بعد سنة، وتنتهي الجلسة بعد 14 يومًا من آخر استخدام. ويبقى ما سواها ما بقي حسابك أو السجل الذي يخصه.",
    "لا تخرج بياناتك من هنا إلا في الرسائل البريدية الموجهة إليك وفيما يستطيع الآخرون رؤيته ونسخه.",
    "يمكنك في أي وقت أن تأخذ نسخة من كل ما يُحفظ عنك، وأن تسحب موافقتك، وأن تطلب محوك. ولما عدا ذلك اكتب إلى من يدير Convene: عنوانه في كل رسالة بريدية.",
  ],
  en: [
    "Held are your account (name, mail address, how you sign in, what your browser calls itself), your profile, roles and seats, what you write, answer and record here, and when you can meet, if you enter it.",
    "Your profile is seen by those whom its audience names, by the owners and editors of your organisations, and by administrators. Your mail address is shown to nobody in the graph: messages are passed on without it.",
    "Whoever plans a meeting learns how well a time suits you, and not your hours.",
    "Who has changed what, and who has read what is protected, and from which address on the internet, stands in a log for administrators. Once you are erased, nobody can read what is personal of you in it.",
    "Messages are deleted after a year, and a session ends 14 days after its last use. All else is kept as long as your account, or the record to which it belongs.",
    "Your data leave this place only by the mails to you, and by what others may see and copy.",
    "At any time you can take along all that is held of you, withdraw what you have agreed to, and have yourself erased. For all else write to whoever runs this Convene: their address is on every mail.",
  ],
  es: [
    "Se guardan su cuenta (nombre, dirección de correo, cómo entra, cómo se llama a sí mismo su navegador), su perfil, sus funciones y puestos, lo que escribe, responde y registra aquí, y cuándo puede reunirse, si lo indica.",
    "Su perfil lo ven quienes nombra su visibilidad, los propietarios y editores de sus organizaciones y los administradores. Su dirección de correo no se muestra a nadie en la red: los mensajes se transmiten sin ella.",
    "Quien planifica una reunión sabe qué tan bien le viene una hora, pero no su horario.",
    "En un registro para los administradores consta quién cambió qué, quién leyó lo protegido y desde qué dirección de internet. Una vez borrados sus datos, nadie puede leer lo que en él es personal de usted.",
    "Los mensajes se borran al cabo de un año, y una sesión termina 14 días después de su último uso. Lo demás se guarda mientras exista su cuenta o el registro al que pertenece.",
    "Sus datos salen de aquí solo por los correos que usted recibe y por lo que otras personas pueden ver y copiar.",
    "En cualquier momento puede llevarse todo lo que se guarda de usted, retirar su acuerdo y hacer que se borren sus datos. Para lo demás, escriba a quien gestiona este Convene: su dirección está en cada correo.",
  ],
  fr: [
    "Sont conservés votre compte (nom, adresse électronique, moyens de connexion, nom que se donne votre navigateur), votre profil, vos rôles et vos sièges, ce que vous écrivez, répondez et enregistrez ici, et vos disponibilités si vous les indiquez.",
    "Votre profil est vu par les personnes que désigne sa visibilité, par les responsables et rédacteurs de vos organisations et par les administrateurs. Votre adresse électronique n’est montrée à personne dans le réseau : les messages sont transmis sans elle.",
    "Qui planifie une réunion apprend à quel point une heure vous convient, et non vos disponibilités.",
    "Un journal destiné aux administrateurs dit qui a changé quoi, qui a lu ce qui est protégé, et depuis quelle adresse internet. Une fois vos données effacées, personne ne peut plus y lire ce qui vous est personnel.",
    "Les messages sont supprimés au bout d’un an, et une session prend fin 14 jours après sa dernière utilisation. Le reste est conservé aussi longtemps que votre compte ou que la fiche dont il dépend.",
    "Vos données ne sortent d’ici que par les courriels qui vous sont adressés et par ce que d’autres peuvent voir et copier.",
    "À tout moment, vous pouvez emporter tout ce qui est conservé de vous, retirer votre accord et faire effacer vos données. Pour le reste, écrivez à qui gère ce Convene : son adresse figure sur chaque courriel.",
  ],
  ru: [
    "Хранятся ваша учётная запись (имя, адрес почты, способы входа, то, как называет себя ваш браузер), ваш профиль, роли и места, то, что вы здесь пишете, отвечаете и записываете, и когда вы можете встречаться, если вы это указали.",
    "Ваш профиль видят те, кого называет его аудитория, владельцы и редакторы ваших организаций и администраторы. Адрес вашей почты в сети не показывается никому: сообщения передаются без него.",
    "Кто планирует встречу, узнаёт, насколько вам удобно время, но не ваши часы.",
    "В журнале для администраторов записано, кто что изменил, кто прочитал защищённое и с какого адреса в интернете. После удаления ваших данных никто не может прочесть в нём личное о вас.",
    "Сообщения удаляются через год, а сеанс заканчивается через 14 дней после последнего использования. Остальное хранится столько же, сколько ваша учётная запись или запись, к которой оно относится.",
    "Ваши данные покидают это место только с письмами к вам и с тем, что другие могут видеть и копировать.",
    "В любое время вы можете получить всё, что о вас хранится, отозвать согласие и удалить свои данные. По остальным вопросам пишите тем, кто ведёт этот Convene: их адрес стоит в каждом письме.",
  ],
  zh: [
    "保存的内容包括：您的账户（姓名、邮箱地址、登录方式、浏览器的自称），您的资料、角色和席位，您在此撰写、答复和记录的内容，以及您填写的可开会时间。",
    "能看到您资料的有：其可见范围所列的人、您所属组织的所有者和编辑，以及管理员。您的邮箱地址不向网络中的任何人显示：消息转发时不带地址。",
    "安排会议的人只知道某个时间对您是否合适，而不知道您的时间表。",
    "供管理员查阅的日志记录谁更改了什么、谁读取了受保护的内容，以及来自哪个互联网地址。您的数据删除后，任何人都无法再读取其中属于您的个人内容。",
    "消息一年后删除，会话在最后一次使用 14 天后结束。其余内容的保存时间与您的账户或其所属记录相同。",
    "您的数据只会随发给您的邮件，以及他人可以看到和复制的内容离开这里。",
    "您可以随时取走所保存的关于您的全部内容、撤回同意，并要求删除您的数据。其他事项请写信给本 Convene 的管理者：每封邮件上都有其地址。",
  ],
};
