import { dictionary } from '@zxcvbn-ts/language-common';

/**
 * Passwords that people take most often, and that are therefore tried first, in lower case: the package's fifty thousand
 * of leaked ones, and of our own those of ten characters and more that its list is short of. Sequences and repetitions
 * are refused by rule.
 */
const longOnes = `
  0102030405 0123456789a 0987654321 0987654321a 1020304050 1029384756 1111122222 111222333444 1122334455 112233445566
  1212121212 1231231234 123123123a 1234512345 1234561234 123456123456 1234567890a 1234567890q 1234567891 12345678910
  123456789123 1234567899 123456789a 123456789q 123qwe123qwe 123qweasdzxc 1314520520 1357924680 1472583690 147258369a
  1478523690 159357258456 159753456852 1928374655 1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc 1qaz2wsx3edc4rfv
  1qazxsw23edc 2580258025 3141592653 3141592654 5201314520 7418529630 741852963a 7777777777a 7894561230 789456123a
  963852741a 9876543210 a123456789 a1234567890 aa12345678 aa123456789 aaa1234567 abc1234567 abc123456789 abc123abc123
  abcd123456 abcd12345678 abcde12345 abcdef1234 abcdef12345 abcdef123456 abcdefg123 abcdefg1234 abcdefgh12 abracadabra
  abracadabra1 adgangskode admin12345 admin123456 admin1234567 admin12345678 admin123456789 admin2020 admin2021
  admin2022 admin2023 admin2024 admin2025 admin2026 admin@1234 admin@12345 admin@123456 adminadmin adminadmin1
  administrator administrator1 administrator123 adminpass123 adminpassword alejandro1 alejandro12 alejandro123
  alejandro123! alejandro1234 alejandro12345 alexander1 alexander12 alexander123 alexander123! alexander1234
  alexander12345 america123 america123! america1234 america12345 andrew123! andrew1234 andrew12345 android123
  android1234 angel12345 anthony123 anthony123! anthony1234 anthony12345 arsenal123 arsenal123! arsenal1234
  arsenal12345 asdf123456 asdf1234567 asdfasdfasdf asdfghjkl1 asdfghjkl123 ashley123! ashley1234 ashley12345
  australia1 australia12 australia123 australia123! australia1234 australia12345 autumn123! autumn1234 autumn12345
  babyboy123 babyboy123! babyboy1234 babyboy12345 babygirl12 babygirl123 babygirl123! babygirl1234 babygirl12345
  bailey123! bailey1234 bailey12345 banana123! banana1234 banana12345 barcelona1 barcelona12 barcelona123
  barcelona123! barcelona1234 barcelona12345 baseball12 baseball123 baseball123! baseball1234 baseball12345 basketball
  basketball1 basketball12 basketball123 basketball123! basketball1234 basketball12345 batman123! batman1234
  batman12345 beautiful1 beautiful12 beautiful123 beautiful123! beautiful1234 beautiful12345 biteme1234 blessed123
  blessed123! blessed1234 blessed12345 blueberry1 blueberry12 blueberry123 blueberry123! blueberry1234 blueberry12345
  brandon123 brandon123! brandon1234 brandon12345 buster123! buster1234 buster12345 butterfly1 butterfly12
  butterfly123 butterfly123! butterfly1234 butterfly12345 canada123! canada1234 canada12345 changeit123 changeme12
  changeme123 changeme1234 changeme12345 changepassword changethis changethis1 charlie123 charlie123! charlie1234
  charlie12345 cheese123! cheese1234 cheese12345 chelsea123 chelsea123! chelsea1234 chelsea12345 chocolate1
  chocolate12 chocolate123 chocolate123! chocolate1234 chocolate12345 christopher christopher1 christopher12
  christopher123 christopher123! christopher1234 christopher12345 computer12 computer123 computer1234 computer12345
  contrasena123 contraseña contraseña1 contraseña123 cookie123! cookie1234 cookie12345 correcthorsebatterystaple
  corvette12 corvette123 corvette123! corvette1234 corvette12345 counterstrike cupcake123 cupcake123! cupcake1234
  cupcake12345 daniel123! daniel1234 daniel12345 default123 default1234 default12345 demo123456 demodemo12 diamond123
  diamond123! diamond1234 diamond12345 dontforget1 dragon123! dragon1234 dragon12345 elizabeth1 elizabeth12
  elizabeth123 elizabeth123! elizabeth1234 elizabeth12345 england123 england123! england1234 england12345 everything1
  facebook12 facebook123 facebook1234 family123! family1234 family12345 father123! father1234 father12345 fernando12
  fernando123 fernando123! fernando1234 fernando12345 ferrari123 ferrari123! ferrari1234 ferrari12345 flower123!
  flower1234 flower12345 football12 football123 football123! football1234 football12345 forever123 forever123!
  forever1234 forever12345 fortnite12 fortnite123 francisco1 francisco12 francisco123 francisco123! francisco1234
  francisco12345 freedom123 freedom123! freedom1234 freedom12345 friends123 friends123! friends1234 friends12345
  fuckoff123 fuckoff1234 fuckyou123 fuckyou1234 fuckyou12345 fuckyou123456 germany123 germany123! germany1234
  germany12345 ginger123! ginger1234 ginger12345 golden123! golden1234 golden12345 google1234 google12345 google123456
  guest12345 guest123456 guestguest guillermo1 guillermo12 guillermo123 guillermo123! guillermo1234 guillermo12345
  happy12345 harley123! harley1234 harley12345 haslo12345 haslo123456 hello12345 heslo12345 heslo123456 hockey123!
  hockey1234 hockey12345 hunter123! hunter1234 hunter12345 iamthebest1 idontknow1 idontknow123 ihatethis1 ihateyou123
  ihateyou1234 ilovejesus iloveme123 ilovemycat ilovemydog ilovemymom ilovemyself iloveyou!! iloveyou12 iloveyou123
  iloveyou1234 iloveyou12345 iloveyou2 iloveyoubaby iloveyouforever iloveyousomuch imissyou123 instagram1 instagram123
  internet12 internet123 internet1234 iphone1234 iphone12345 isabella12 isabella123 isabella123! isabella1234
  isabella12345 jennifer12 jennifer123 jennifer123! jennifer1234 jennifer12345 jessica123 jessica123! jessica1234
  jessica12345 jesus12345 jonathan12 jonathan123 jonathan123! jonathan1234 jonathan12345 jordan123! jordan1234
  jordan12345 joshua123! joshua1234 joshua12345 juventus12 juventus123 juventus123! juventus1234 juventus12345
  kennwort123 killer123! killer1234 killer12345 letmein123 letmein1234 letmein12345 letmeinnow letmeinplease
  lightning1 lightning12 lightning123 lightning123! lightning1234 lightning12345 linkedin12 linkedin123 linux12345
  liverpool1 liverpool12 liverpool123 liverpool123! liverpool1234 liverpool12345 login12345 login123456 london123!
  london1234 london12345 losenord123 lovely123! lovely1234 lovely12345 loveyou123 loveyou1234 lozinka123 lucky12345
  maggie123! maggie1234 maggie12345 manchester manchester1 manchester12 manchester123 manchester123! manchester1234
  manchester12345 master123! master1234 master12345 matrix123! matrix1234 matrix12345 matthew123 matthew123!
  matthew1234 matthew12345 mercedes12 mercedes123 mercedes123! mercedes1234 mercedes12345 michael123 michael123!
  michael1234 michael12345 michelle12 michelle123 michelle123! michelle1234 michelle12345 microsoft1 microsoft123
  minecraft1 minecraft12 minecraft123 monkey123! monkey1234 monkey12345 moscow123! moscow1234 moscow12345 motdepasse
  motdepasse1 motdepasse123 mother123! mother1234 mother12345 mustang123 mustang123! mustang1234 mustang12345
  mypassword mypassword1 mypassword12 mypassword123 nathalie12 nathalie123 nathalie123! nathalie1234 nathalie12345
  newpassword newpassword1 newpassword123 nicholas12 nicholas123 nicholas123! nicholas1234 nicholas12345 nintendo12
  nintendo123 nobody1234 nokia12345 nopassword nopassword1 nothing123 nothing1234 oldpassword opensesame opensesame1
  orange123! orange1234 orange12345 paris12345 parol12345 parol123456 parola1234 parola12345 parolparol parool1234
  pass123456 pass12345678 pass1234567890 pass@12345 pass@123456 passord123 passpasspass passphrase1 passw0rd12
  passw0rd123 passw0rd1234 password! password!! password!1 password#1 password#123 password-1 password-123 password.1
  password.123 password000 password007 password01 password02 password1! password10 password100 password101 password11
  password111 password12 password12! password123 password123! password1234 password1234! password12345 password123456
  password1234567890 password2 password20 password2000 password2010 password2012 password2015 password2018
  password2019 password2020 password2021 password2022 password2023 password2024 password2025 password2026 password21
  password22 password23 password321 password666 password69 password77 password777 password88 password99 password999
  password@1 password@12 password@123 password@1234 password_1 password_123 passwordpassword passwort123 passwort1234
  patricia12 patricia123 patricia123! patricia1234 patricia12345 peanut123! peanut1234 peanut12345 pepper123!
  pepper1234 pepper12345 phoenix123 phoenix123! phoenix1234 phoenix12345 playstation playstation1 playstation2
  playstation3 playstation4 pokemon123 pokemon1234 pokemon12345 porsche123 porsche123! porsche1234 porsche12345
  princess12 princess123 princess123! princess1234 princess12345 purple123! purple1234 purple12345 q123456789
  q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedcr qazwsxedcrfv qwe123qwe123 qweasdzxc1 qweasdzxc123 qwer123456 qwer12345678
  qwerty1234 qwerty12345 qwerty123456 qwerty123456789 qwerty7890 qwertyqwerty qwertyuiop1 qwertyuiop12 qwertyuiop123
  rainbow123 rainbow123! rainbow1234 rainbow12345 ranger123! ranger1234 ranger12345 realmadrid realmadrid1
  realmadrid12 realmadrid123 realmadrid123! realmadrid1234 realmadrid12345 richard123 richard123! richard1234
  richard12345 robert123! robert1234 robert12345 roblox1234 roblox12345 root123456 root12345678 rootpassword
  rootroot12 russia123! russia1234 russia12345 salasana123 samantha12 samantha123 samantha123! samantha1234
  samantha12345 samsung123 samsung1234 samsung12345 santiago12 santiago123 santiago123! santiago1234 santiago12345
  scotland12 scotland123 scotland123! scotland1234 scotland12345 sebastian1 sebastian12 sebastian123 sebastian123!
  sebastian1234 sebastian12345 secret1234 secret12345 secret123456 secretpassword senha12345 senha123456 shadow123!
  shadow1234 shadow12345 sifre12345 sifre123456 silver123! silver1234 silver12345 smile12345 snowball12 snowball123
  snowball123! snowball1234 snowball12345 soccer123! soccer1234 soccer12345 something1 something123 spiderman1
  spiderman12 spiderman123 spiderman123! spiderman1234 spiderman12345 spring123! spring1234 spring12345 starcraft1
  startrek12 startrek123 startrek123! startrek1234 startrek12345 starwars12 starwars123 starwars123! starwars1234
  starwars12345 stephanie1 stephanie12 stephanie123 stephanie123! stephanie1234 stephanie12345 strawberry strawberry1
  strawberry12 strawberry123 strawberry123! strawberry1234 strawberry12345 summer123! summer1234 summer12345
  sunshine12 sunshine123 sunshine123! sunshine1234 sunshine12345 superadmin superadmin1 superadmin123 superman12
  superman123 superman123! superman1234 superman12345 superuser1 superuser123 sweetheart sweetheart1 sweetheart12
  sweetheart123 sweetheart123! sweetheart1234 sweetheart12345 sysadmin123 system1234 system12345 temp123456 temporary1
  temporary123 temppass123 tennis123! tennis1234 tennis12345 test123456 test12345678 test1234567890 test@12345
  tester1234 tester12345 testing123 testing1234 testing12345 testpass123 testpassword testtest12 testtest123
  testtesttest thepassword thisisapassword thisismypassword thomas123! thomas1234 thomas12345 thunder123 thunder123!
  thunder1234 thunder12345 tigger123! tigger1234 tigger12345 trustno123 trustno1trustno1 trustnoone twitter123
  user123456 user12345678 username12 username123 useruseruser valentina1 valentina12 valentina123 valentina123!
  valentina1234 valentina12345 veronica12 veronica123 veronica123! veronica1234 veronica12345 victoria12 victoria123
  victoria123! victoria1234 victoria12345 wachtwoord wachtwoord1 wachtwoord123 warcraft123 welcome123 welcome123!
  welcome1234 welcome1234! welcome12345 welcome123456 welcome2020 welcome2021 welcome2022 welcome2023 welcome2024
  welcome2025 welcome2026 welcome@123 welcome@1234 welcomeback welcomehome whatever12 whatever123 whatever1234
  whatsapp12 whatsapp123 william123 william123! william1234 william12345 windows123 windows1234 winter123! winter1234
  winter12345 yamaha123! yamaha1234 yamaha12345 yellow123! yellow1234 yellow12345 yourpassword youtube123 youtube1234
  z123456789 zxcvbnm123 zxcvbnm1234 zxcvbnm12345 йцукен1234 йцукен12345 йцукен123456 йцукенгшщз любовь123 любовь1234
  любовь12345 пароль1234 пароль12345 пароль123456 парольпароль привет1234 привет12345 привет123456 россия1234
  россия12345 солнышко12 солнышко123
`
  .trim()
  .split(/\s+/);

export const commonPasswords: ReadonlySet<string> = new Set([...dictionary['passwords-common'], ...longOnes]);
