/** Given names common among the people who arrive, folded. They only tell given from family names; nothing is refused by them. */
export const commonGivenNames = new Set(`
aaron abel abigail abraham adan adela adolfo adrian adriana agustin alan alba alberto alejandra alejandro alex alexander alexandra alfonso alfredo
alicia alma alonso alvaro amanda ana anderson andrea andreina andres andresa angel angela angelica angelina
anthony antonia antonio ariana ariel armando arturo aurora axel beatriz benjamin berta blanca brandon brayan brenda bruno bryan camila carina carla
carlos carmen carolina caroline catalina cecilia cesar charles christian christopher cindy clara claudia cristian cristina cristobal
dalia damian dania daniel daniela danilo darwin david dayana deisy delia denis diana diego dina dominga domingo dora douglas dulce dylan edgar edith
edson eduarda eduardo edwin efrain elena elias elisa elizabeth elmer elsa elvira emanuel emerson emilia emiliano emilio emily emma
enrique eric erick erika ernesto esmeralda esperanza esteban estefania esther eva evelin evelyn fabian fabiola fabricio fatima felipe felix fernanda
fernando fidel flor florencia francisca francisco franklin freddy gabriel gabriela gerardo gerson gilberto giovanni gisela gladys gloria graciela
gregorio greta guadalupe guillermo gustavo heidi hector helena henry hernan hilda hugo humberto ignacio ines ingrid irene iris isaac isabel isabella
isaias ismael israel ivan ivonne jacqueline jackson jaime jairo javier jean jefferson jennifer jenny jeremias jerson jessica jesus jhon jimena joao
joaquin
joel johan johana john jonathan jorge jose josefa joseph josue juan juana judith julia julian juliana julieta julio justin karen karina karla
katherine kelly kenia keren kevin larissa laura leonardo leonel leticia leydi lidia lilian liliana lina lisbeth lorena lorenzo lourdes lucas lucia
luciana luis luisa luz
maite manuel manuela marc marcela marcelo marco marcos margarita maria mariana maribel maricela mariela marina mario marisol marlon marta martha
martin mateo mathias matheus matias mauricio maximo mayra melany melissa melvin mercedes micaela michael michelle miguel milagros milena mirian
miriam moises monica
nancy naomi natalia nathalie nelson nestor nicolas nicole nidia noe noemi nora norma nubia odalis oliver olga omar orlando oscar osmar pablo paola
patricia paula paulina paulo pedro pierre rafael rafaela ramiro ramon raquel raul rebeca regina renata rene reina ricardo rigoberto rita roberto
rocio rodolfo rodrigo
rogelio rolando romeo ronald rosa rosalba rosario roxana ruben ruth salvador samantha samuel sandra sara sarai sebastian selena selvin sergio sheila
silvia simon sofia sonia sophia stephanie susana tania tatiana teresa thiago tomas valentina valeria vanessa veronica vicente victor victoria vilma
violeta virginia
walter wendy wesley wilfredo william wilmer wilson wilner ximena yadira yamileth yanira yasmin yesenia yohana yolanda yuliana yuri zoila zulema
roseline widline guerline mirlande wideline fabienne nadege rosemene jocelyne ketia dieula fritz frantz jacques ronel dieunel wisly mackenson
woodley evens
`.trim().split(/\s+/));

/** Family names common among the people who arrive, folded. */
export const commonFamilyNames = new Set(`
abreu acevedo acosta aguilar aguirre alarcon alcantara almeida alvarado alvarez alves amaya andrade aparicio araujo arias arroyo avila ayala
baptiste barbosa barrera barrios bautista becerra benitez bermudez bernard blanco bonilla borges bravo brito bueno burgos bustamante caal caballero
cabrera caceres calderon calel camacho campos canales
cardenas cardona cardoso carranza carrasco carrera carrillo carvalho castaneda castellanos castillo castro ceballos cervantes chacon charles chavez
choc chub colindres contreras cordero cordova coronado correa cortes cortez costa cruz cuellar cuevas dasilva delacruz delcid delgado desir diaz
dominguez dorvil duarte duran echeverria
escobar escoto espinal espinosa espinoza estrada etienne euceda farias fernandes fernandez ferreira figueroa flores fonseca franco fuentes funez
gallegos galvez garcia garrido gil godoy gomes gomez goncalves gonzales gonzalez guerra guerrero guevara gutierrez guzman henriquez heredia
hernandez herrera hidalgo huerta ibarra ixcoy izaguirre
jeanbaptiste jeanlouis jeanpierre jimenez joseph juarez lara leal ledezma leon lima linares lobo lopes lopez louis lozano lucero luna machado macias
madrid maldonado mancia mancilla marin marquez marroquin martinez martins medina mejia melendez mendes mendez mendoza mercado meza michel miranda
molina mondragon montenegro montero montes montoya
mora morales moreira moreno moreta moscoso moura munguia munoz murillo najera narvaez navarro navas nieto nogueira nolasco nunez ocampo ochoa
oliveira oliva olivares ordonez orellana orozco ortega ortiz osorio pacheco padilla paiz palacios palma paredes parra paz pena peralta perdomo
pereira perez pierrelouis pimentel pineda pinto ponce
portillo prado puac quezada quintana quintanilla quintero quiroz ramirez ramos rangel recinos renoj reyes ribeiro rios rivas rivera robles rocha
rodas rodrigues rodriguez rojas roldan romero rosales rosario rubio ruiz saenz salas salazar saldana salgado salinas samayoa sanabria sanchez
sandoval santana santiago santos saravia sarmiento segura sepulveda
serrano sierra silva soares solano solis solorzano sosa soto souza suarez tavares teixeira tejada toc torres trejo trujillo tzoc urbina urrutia
valdez valencia valenzuela valladares valle valencia vargas vasquez vazquez vega velasco velasquez velez ventura vera vidal vieira villa villalobos
villanueva villatoro villeda yanez zamora zapata zelaya zepeda zuniga
augustin belizaire celestin cherilus dorcelus exantus fleurimond florestal guillaume laguerre lafortune metellus mondesir moise noel petitfrere
saintil saintlouis toussaint valcin velasquez xol yat
`.trim().split(/\s+/));
