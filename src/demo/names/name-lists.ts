/** Name words of one part of the world, the most frequent first. They are common words, no persons. */
export interface NameWords {
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly family: readonly string[];
  /** How a full name is put together. */
  readonly pattern: 'two-and-two' | 'two-and-three' | 'one-and-one' | 'given-and-father' | 'family-first';
}

/** Where the guests' names come from. */
export type NameOrigin = 'hispanic' | 'brazilian' | 'haitian' | 'westAfrican' | 'arabic' | 'centralAsian' | 'chinese';

const words = (list: string): readonly string[] => list.trim().split(/\s*,\s*/);

/** The lists by origin. */
export const nameLists: Record<NameOrigin, NameWords> = {
  hispanic: {
    pattern: 'two-and-two',
    female: words(`María, Ana, Carmen, Rosa, Luz, Andrea, Daniela, Yessica, Gabriela, Alejandra, Paola, Diana, Claudia, Patricia, Sandra, Marta,
      Karen, Yolanda, Gloria, Valentina, Ximena, Camila, Fernanda, Génesis, Yuleidy, Milagros, Xiomara, Beatriz, Guadalupe, Soledad, Yadira, Estefanía,
      Lourdes, Marisol, Yamileth, Esperanza, Rocío, Verónica, Mónica, Dayana, Keila, Zulay, Hilda, Nohemí`),
    male: words(`José, Luis, Juan, Carlos, Jesús, Miguel, Ángel, Antonio, Jorge, Manuel, Francisco, Pedro, Víctor, David, Daniel, Alejandro, Rafael, Eduardo,
      Fernando, Javier, John, Jonathan, Kevin, Brayan, Wilmer, Édgar, Óscar, Héctor, Ramón, Gustavo, Guillermo, Enrique, Julio, César, Andrés, Sebastián,
      Yeison, Freddy, Nelson, Humberto, Osvaldo, Leonel, Santiago, Joaquín, Vladimir, Wilson, Yorman, Darwin`),
    family: words(`González, Rodríguez, García, Hernández, Martínez, López, Pérez, Sánchez, Ramírez, Torres, Flores, Rivera, Gómez, Díaz, Morales, Reyes, Cruz,
      Ortiz, Gutiérrez, Chávez, Ramos, Ruiz, Álvarez, Castillo, Mendoza, Jiménez, Vásquez, Moreno, Romero, Medina, Rojas, Herrera, Suárez, Guzmán, Vargas,
      Salazar, Castro, Aguilar, Contreras, Silva, Delgado, Navarro, Molina, Mejía, Guerrero, Soto, Ríos, Figueroa, Cabrera, Acosta, Campos, Vega, Cordero,
      Peña, Núñez, Muñoz, Zambrano, Quintero, Briceño, Colmenares, Villalobos, Urdaneta, Bracho, Parra, Arias, Cedeño, Marcano, Velásquez, Escobar, Cáceres,
      Zapata, Ospina, Giraldo, Betancourt, Arango, Valencia, Mosquera, Palacios, Córdoba, Quispe, Mamani, Huamán, Condori, Chango, Guamán, Toapanta, Quishpe,
      Yumbo, de la Cruz, de León, del Valle, de la Rosa, Santos, Orellana, Alvarado, Portillo, Zelaya, Funes, Bonilla, Sandoval, Maldonado, Cárdenas, Espinoza,
      Estrada, Fuentes, Ibarra, Lozano, Miranda, Montoya, Ochoa, Paredes, Pineda, Rangel, Rosales, Salinas, Solís, Trujillo, Valdez, Villegas, Zamora`),
  },
  brazilian: {
    pattern: 'two-and-three',
    female: words(`Maria, Ana, Francisca, Juliana, Adriana, Márcia, Fernanda, Patrícia, Aline, Camila, Amanda, Bruna, Jéssica, Letícia, Larissa, Vanessa, Luciana,
      Tatiane, Thaís, Simone`),
    male: words(`João, José, Antônio, Francisco, Carlos, Paulo, Pedro, Lucas, Luiz, Marcos, Gabriel, Rafael, Felipe, Bruno, Rodrigo, Thiago, Gustavo, Guilherme,
      Wesley, Wagner`),
    family: words(`da Silva, dos Santos, Oliveira, Souza, Rodrigues, Ferreira, Alves, Pereira, Lima, Gomes, Costa, Ribeiro, Martins, Carvalho, Almeida, Lopes,
      Soares, Fernandes, Vieira, Barbosa, Rocha, Dias, Nascimento, Andrade, Moreira, Nunes, Marques, Machado, Mendes, Freitas, Cardoso, Ramos, Gonçalves,
      Teixeira, Araújo, Moura, Cavalcante, Magalhães, Batista, Coelho`),
  },
  haitian: {
    pattern: 'one-and-one',
    female: words(`Marie, Rose, Guerline, Mirlande, Nadège, Roseline, Wideline, Fabiola, Islande, Yolande, Carline, Magalie, Ketsia, Lovelie`),
    male: words(`Jean, Pierre, Wilner, Jean-Baptiste, Frantz, Ronald, Reginald, Emmanuel, Evens, Jocelyn, Woodson, Stanley, Mackenson, Dieudonné`),
    family: words(`Jean, Pierre, Joseph, Louis, Charles, Jean-Baptiste, François, Saint-Louis, Désir, Étienne, Augustin, Noël, Toussaint, Michel, Paul, Célestin,
      Dorcé, Philippe, Exantus, Beauvoir, Thélusma, Estimé, Cadet, Guillaume, Germain, Laguerre, Fleurimond, Bien-Aimé`),
  },
  westAfrican: {
    pattern: 'one-and-one',
    female: words(`Fatou, Aminata, Mariama, Aïssatou, Kadiatou, Awa, Ramatou, Oumou, Adama, Binta`),
    male: words(`Mamadou, Ousmane, Ibrahima, Abdoulaye, Moussa, Amadou, Cheikh, Modou, Souleymane, Boubacar, Alassane, Seydou, Thierno`),
    family: words(`Diallo, Ba, Sow, Diop, Ndiaye, Fall, Barry, Traoré, Camara, Sylla, Keïta, Cissé, Touré, Coulibaly, Koné, Gueye, Sarr, Mbaye, Kane, Bah, Sidibé,
      Konaté, Ouédraogo, Mensah, Owusu, Okafor, Adeyemi`),
  },
  arabic: {
    pattern: 'given-and-father',
    female: words(`Fatima, Aisha, Maryam, Zahra, Khadija, Nour, Layla, Amina, Samira, Huda`),
    male: words(`Mohamed, Ahmed, Ali, Mahmoud, Hassan, Hussein, Omar, Ibrahim, Abdallah, Youssef, Khalid, Mustafa, Said, Abdul Rahman, Karim`),
    family: words(`al-Masri, Mohamed, Ahmed, Hassan, Ould Sidi, Salem, Haddad, Khan, Ahmadi, Rahimi, Hosseini, Karimi, Mohammadi, Noori, El Amrani, Bouzid, Saidi,
      Mansour, Sheikh, Osman, Abdi, Warsame, Farah, Yusuf`),
  },
  centralAsian: {
    pattern: 'one-and-one',
    female: words(`Gulnara, Dilnoza, Aigerim, Nargiza, Zarina, Madina, Feruza, Zhanna, Sevara`),
    male: words(`Sardor, Bekzod, Jasur, Ulugbek, Rustam, Aziz, Nurlan, Bakhtiyor, Timur, Shokhrukh, Akmal, Yerlan`),
    family: words(`Karimov, Rakhimov, Yusupov, Abdullaev, Ismoilov, Saidov, Umarov, Tursunov, Khamidov, Nazarov, Aliev, Zhumabaev, Nurmatov, Ergashev, Mirzaev,
      Sharipov, Toktosunov, Ibragimov, Kholmatov, Usmonov`),
  },
  chinese: {
    pattern: 'family-first',
    female: words(`Xiaoling, Meiling, Yan, Lihua, Xiuying, Jing, Fang, Hui, Yuzhen, Qing`),
    male: words(`Wei, Jianguo, Ming, Jun, Zhiqiang, Guoqiang, Haitao, Yong, Xiaolong, Jianhua, Bin`),
    family: words(`Wang, Li, Zhang, Liu, Chen, Yang, Huang, Zhao, Wu, Zhou, Xu, Sun, Ma, Zhu, Hu, Guo, He, Lin, Gao, Luo, Zheng, Liang, Xie, Tang, Song, Deng`),
  },
};
