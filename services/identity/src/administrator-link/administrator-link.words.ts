import type { Words } from "../layout/language.page.ts";

interface AdministratorWords {
  readonly title: string;
  readonly about: string;
  readonly name: string;
  readonly wrongName: string;
  readonly email: string;
  readonly emailHint: string;
  readonly wrongEmail: string;
  readonly become: string;
  readonly over: string;
  readonly overAbout: string;
  readonly overCommand: string;
  readonly signIn: string;
}

export const administratorWords: Words<AdministratorWords> = {
  ar: {
    title: "أول مدير",
    about: "لا أحد هنا بعد. من يملأ هذا يحق له كل شيء هنا، ويدعو الآخرين.",
    name: "اسمك",
    wrongName: "اكتب اسمك، في 300 حرف على الأكثر.",
    email: "عنوان بريدك",
    emailHint: "إليه تُرسل روابط الدخول. لا يراه أحد غيرك.",
    wrongEmail: "ليس هذا عنوان بريد، أو له حساب بالفعل.",
    become: "كن المدير",
    over: "لم يعد هذا الرابط صالحًا",
    overAbout: "يصلح مرة واحدة وليوم واحد، وإلى أن يكون هناك مدير فقط؛ ويحل محله رابط أحدث.",
    overCommand: "من يدير Convene ينشئ رابطًا جديدًا بالأمر:",
    signIn: "لديك حساب بالفعل؟ سجّل الدخول",
  },
  en: {
    title: "The first administrator",
    about:
      "This Convene has nobody yet. Whoever fills this in may do everything here, and invite the others.",
    name: "Your name",
    wrongName: "Give your name, in at most 300 characters.",
    email: "Your mail address",
    emailHint: "Links to sign in are mailed to it. Nobody else sees it.",
    wrongEmail: "This is no mail address, or it has an account already.",
    become: "Become the administrator",
    over: "This link does not work any more",
    overAbout:
      "It works once, for a day, and only until there is an administrator; a newer link takes its place.",
    overCommand: "Whoever runs this Convene makes a new one by:",
    signIn: "You have an account already? Sign in",
  },
  es: {
    title: "La primera administración",
    about: "Aquí aún no hay nadie. Quien rellene esto puede hacerlo todo e invitar a los demás.",
    name: "Su nombre",
    wrongName: "Dé su nombre, en 300 caracteres como mucho.",
    email: "Su dirección de correo",
    emailHint: "Ahí se envían los enlaces para entrar. Nadie más la ve.",
    wrongEmail: "Eso no es una dirección de correo, o ya tiene una cuenta.",
    become: "Asumir la administración",
    over: "Este enlace ya no sirve",
    overAbout:
      "Sirve una sola vez, durante un día, y solo hasta que haya administración; uno más nuevo lo sustituye.",
    overCommand: "Quien gestiona este Convene crea uno nuevo con:",
    signIn: "¿Ya tiene una cuenta? Entre",
  },
  fr: {
    title: "La première administration",
    about: "Il n’y a encore personne ici. Qui remplit ceci peut tout faire et inviter les autres.",
    name: "Votre nom",
    wrongName: "Donnez votre nom, en 300 caractères au plus.",
    email: "Votre adresse électronique",
    emailHint: "Les liens de connexion y sont envoyés. Personne d’autre ne la voit.",
    wrongEmail: "Ce n’est pas une adresse électronique, ou elle a déjà un compte.",
    become: "Prendre l’administration",
    over: "Ce lien ne fonctionne plus",
    overAbout:
      "Il sert une seule fois, pendant un jour, et seulement tant qu’il n’y a pas d’administration ; un lien plus récent le remplace.",
    overCommand: "Qui gère ce Convene en crée un nouveau par :",
    signIn: "Vous avez déjà un compte ? Connectez-vous",
  },
  ru: {
    title: "Первый администратор",
    about: "Здесь пока никого нет. Кто заполнит это, сможет всё и пригласит остальных.",
    name: "Ваше имя",
    wrongName: "Укажите имя, не более 300 знаков.",
    email: "Ваш адрес почты",
    emailHint: "На него приходят ссылки для входа. Больше его никто не видит.",
    wrongEmail: "Это не адрес почты, или у него уже есть учётная запись.",
    become: "Стать администратором",
    over: "Эта ссылка больше не действует",
    overAbout:
      "Она действует один раз, один день и лишь пока нет администратора; новая ссылка её заменяет.",
    overCommand: "Кто ведёт этот Convene, создаёт новую командой:",
    signIn: "Уже есть учётная запись? Войдите",
  },
  zh: {
    title: "首位管理员",
    about: "这里还没有任何人。填写此表的人可以做一切操作，并邀请他人。",
    name: "您的姓名",
    wrongName: "请填写姓名，最多 300 个字符。",
    email: "您的邮箱地址",
    emailHint: "登录链接会发送到此地址。其他人看不到。",
    wrongEmail: "这不是邮箱地址，或已有账户。",
    become: "成为管理员",
    over: "此链接已失效",
    overAbout: "链接只能使用一次，一天内有效，且仅在没有管理员时有效；更新的链接会取代它。",
    overCommand: "Convene 的管理者可用以下命令新建链接：",
    signIn: "已有账户？请登录",
  },
};
