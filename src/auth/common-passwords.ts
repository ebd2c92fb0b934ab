/**
 * A list of our own of what is guessed first (no breach corpus is shipped). Short ones matter too: a password that is one or two
 * of these words with digits and signs around them is refused. Words are compared without accents, case, digits and look-alikes.
 */
export const commonWords: readonly string[] = `
password passwd passwort contrasena clave secret secreto admin administrator administrador root user usuario guest login signin
welcome bienvenido bienvenida letmein access acceso changeme change temporal temp default test testing prueba demo sample example
qwerty qwertz azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc abc abcd abcdef iloveyou loveyou love teamo tequiero amor
monkey dragon master sunshine princess princesa shadow football futbol soccer baseball beisbol basketball hockey superman batman
spiderman pokemon naruto starwars trustno freedom libertad whatever michael jordan jennifer jessica ashley daniel thomas charlie
andrew joshua matthew anthony robert william david james john maria carlos jose juan luis miguel alejandro fernando roberto ana
carmen sofia isabella valentina camila gabriel angel jesus jesucristo dios god christ church iglesia blessed bendicion faith hope
summer winter spring autumn verano invierno primavera otono january february march april may june july august september october
november december enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre monday tuesday wednesday
thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo hello hola goodbye computer laptop internet
google facebook instagram whatsapp youtube twitter apple samsung microsoft windows office linux android iphone network server
system sistema service servicio security seguridad company empresa business work trabajo job home house casa hogar family familia
mother madre father padre mama papa baby bebe babygirl honey sweet cookie chocolate cheese banana orange coffee pepper ginger
flower flores rose butterfly mariposa rainbow purple yellow green blue black white silver golden gold red diamond star estrella moon
luna sol sun sky cielo fire fuego water agua ocean tiger tigre lion leon wolf lobo eagle aguila horse caballo puppy kitty cat dog
perro gato mustang ferrari porsche mercedes corvette harley yankees cowboys steelers lakers eagles rangers dodgers arsenal chelsea
liverpool barcelona realmadrid america mexico texas california florida chicago boston newyork miami houston dallas sandiego
losangeles tijuana venezuela colombia honduras guatemala salvador nicaragua cuba haiti brasil ecuador peru usa united states
lucky happy feliz smile angelito killer hunter ranger ninja samurai wizard magic player gamer matrix phoenix maverick pass word
my mi the is this your
one two three uno dos tres
`.trim().split(/\s+/);

/** Whole passwords of twelve and more characters that no rule above would catch. */
export const commonPasswords: readonly string[] = `
1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3 zaq1xsw2cde3 qazwsxedcrfv q1w2e3r4t5y6 q1w2e3r4t5y6u7
1a2b3c4d5e6f a1b2c3d4e5f6 a1s2d3f4g5h6 qweasdzxc123 qwe123asd456 123qweasdzxc qweasdzxcrtyfgh 147258369147 147258369000 741852963741 159753159753
159357159357 112233445566 123123123123 123321123321 111222333444 987654321987 102030405060 010203040506 741852963000 789456123000 789456123789
correcthorsebatterystaple correct horse battery staple thequickbrownfox thisismypassword thisisapassword mypasswordis ilovemyfamily
iloveyousomuch iloveyouforever jesusismylord jesusteamo diosesamor diosesmipastor teamomuchomiamor nevergiveup maytheforcebewithyou
supercalifragilisticexpialidocious onetwothreefour lifeisbeautiful hakunamatata letmeinplease openthedoor opensesame123 abracadabra123
welcometothejungle welcomehome123 passwordispassword nopasswordneeded idontknow1234 forgotpassword newpassword123 yourpassword123
`.trim().split(/\s+/);
