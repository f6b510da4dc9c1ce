/**
 * The region's legislature and the council of its administrative centre, with the number of their seats:
 * code | legislature | in English | seats | council | in English | seats.
 */
export const BODIES = `
RU-AD|Государственный Совет – Хасэ Республики Адыгея|State Council – Khase of the Republic of Adygea|50|Совет народных депутатов города Майкопа|Council of People's Deputies of Maykop|30
RU-AL|Государственное Собрание – Эл Курултай Республики Алтай|State Assembly – El Kurultai of the Altai Republic|41|Горно-Алтайский городской Совет депутатов|Gorno-Altaysk City Council of Deputies|21
RU-ALT|Алтайское краевое Законодательное Собрание|Altai Krai Legislative Assembly|68|Барнаульская городская Дума|Barnaul City Duma|40
RU-AMU|Законодательное Собрание Амурской области|Legislative Assembly of Amur Oblast|27|Благовещенская городская Дума|Blagoveshchensk City Duma|30
RU-ARK|Архангельское областное Собрание депутатов|Arkhangelsk Oblast Assembly of Deputies|47|Архангельская городская Дума|Arkhangelsk City Duma|30
RU-AST|Дума Астраханской области|Duma of Astrakhan Oblast|44|Городская Дума города Астрахани|Astrakhan City Duma|36
RU-BA|Государственное Собрание – Курултай Республики Башкортостан|State Assembly – Kurultai of the Republic of Bashkortostan|110|Совет городского округа город Уфа|Council of the City of Ufa|36
RU-BEL|Белгородская областная Дума|Belgorod Oblast Duma|50|Белгородский городской Совет|Belgorod City Council|39
RU-BRY|Брянская областная Дума|Bryansk Oblast Duma|60|Брянский городской Совет народных депутатов|Bryansk City Council of People's Deputies|60
RU-BU|Народный Хурал Республики Бурятия|People's Khural of the Republic of Buryatia|66|Улан-Удэнский городской Совет депутатов|Ulan-Ude City Council of Deputies|30
RU-CE|Парламент Чеченской Республики|Parliament of the Chechen Republic|41|Совет депутатов города Грозного|Council of Deputies of Grozny|35
RU-CHE|Законодательное Собрание Челябинской области|Legislative Assembly of Chelyabinsk Oblast|60|Челябинская городская Дума|Chelyabinsk City Duma|49
RU-CHU|Дума Чукотского автономного округа|Duma of Chukotka Autonomous Okrug|15|Совет депутатов городского округа Анадырь|Council of Deputies of Anadyr|15
RU-CU|Государственный Совет Чувашской Республики|State Council of the Chuvash Republic|44|Чебоксарское городское Собрание депутатов|Cheboksary City Assembly of Deputies|43
RU-DA|Народное Собрание Республики Дагестан|People's Assembly of the Republic of Dagestan|90|Собрание депутатов города Махачкалы|Assembly of Deputies of Makhachkala|45
RU-IN|Народное Собрание Республики Ингушетия|People's Assembly of the Republic of Ingushetia|32|Городской Совет депутатов города Магаса|City Council of Deputies of Magas|15
RU-IRK|Законодательное Собрание Иркутской области|Legislative Assembly of Irkutsk Oblast|45|Дума города Иркутска|Duma of the City of Irkutsk|35
RU-IVA|Ивановская областная Дума|Ivanovo Oblast Duma|26|Ивановская городская Дума|Ivanovo City Duma|30
RU-KAM|Законодательное Собрание Камчатского края|Legislative Assembly of Kamchatka Krai|28|Городская Дума Петропавловск-Камчатского городского округа|City Duma of Petropavlovsk-Kamchatsky|32
RU-KB|Парламент Кабардино-Балкарской Республики|Parliament of the Kabardino-Balkar Republic|70|Совет местного самоуправления города Нальчика|Council of Local Self-Government of Nalchik|31
RU-KC|Народное Собрание Карачаево-Черкесской Республики|People's Assembly of the Karachay-Cherkess Republic|50|Дума города Черкесска|Duma of the City of Cherkessk|37
RU-KDA|Законодательное Собрание Краснодарского края|Legislative Assembly of Krasnodar Krai|70|Городская Дума Краснодара|Krasnodar City Duma|48
RU-KEM|Законодательное Собрание Кемеровской области – Кузбасса|Legislative Assembly of Kemerovo Oblast – Kuzbass|46|Кемеровский городской Совет народных депутатов|Kemerovo City Council of People's Deputies|36
RU-KGD|Калининградская областная Дума|Kaliningrad Oblast Duma|40|Городской Совет депутатов Калининграда|Kaliningrad City Council of Deputies|28
RU-KGN|Курганская областная Дума|Kurgan Oblast Duma|34|Курганская городская Дума|Kurgan City Duma|25
RU-KHA|Законодательная Дума Хабаровского края|Legislative Duma of Khabarovsk Krai|36|Хабаровская городская Дума|Khabarovsk City Duma|35
RU-KHM|Дума Ханты-Мансийского автономного округа – Югры|Duma of Khanty-Mansi Autonomous Okrug – Yugra|38|Дума города Ханты-Мансийска|Duma of the City of Khanty-Mansiysk|25
RU-KIR|Законодательное Собрание Кировской области|Legislative Assembly of Kirov Oblast|40|Кировская городская Дума|Kirov City Duma|36
RU-KK|Верховный Совет Республики Хакасия|Supreme Council of the Republic of Khakassia|50|Совет депутатов города Абакана|Council of Deputies of Abakan|28
RU-KL|Народный Хурал Республики Калмыкия|People's Khural of the Republic of Kalmykia|27|Элистинское городское Собрание|Elista City Assembly|25
RU-KLU|Законодательное Собрание Калужской области|Legislative Assembly of Kaluga Oblast|40|Городская Дума города Калуги|Kaluga City Duma|35
RU-KO|Государственный Совет Республики Коми|State Council of the Komi Republic|30|Совет муниципального округа Сыктывкар|Council of Syktyvkar|30
RU-KOS|Костромская областная Дума|Kostroma Oblast Duma|35|Дума города Костромы|Duma of the City of Kostroma|36
RU-KR|Законодательное Собрание Республики Карелия|Legislative Assembly of the Republic of Karelia|36|Петрозаводский городской Совет|Petrozavodsk City Council|28
RU-KRS|Курская областная Дума|Kursk Oblast Duma|45|Курское городское Собрание|Kursk City Assembly|35
RU-KYA|Законодательное Собрание Красноярского края|Legislative Assembly of Krasnoyarsk Krai|52|Красноярский городской Совет депутатов|Krasnoyarsk City Council of Deputies|36
RU-LEN|Законодательное Собрание Ленинградской области|Legislative Assembly of Leningrad Oblast|50|Совет депутатов города Гатчины|Council of Deputies of Gatchina|26
RU-LIP|Липецкий областной Совет депутатов|Lipetsk Oblast Council of Deputies|42|Липецкий городской Совет депутатов|Lipetsk City Council of Deputies|36
RU-MAG|Магаданская областная Дума|Magadan Oblast Duma|21|Магаданская городская Дума|Magadan City Duma|21
RU-ME|Государственное Собрание Республики Марий Эл|State Assembly of the Mari El Republic|52|Собрание депутатов города Йошкар-Олы|Assembly of Deputies of Yoshkar-Ola|32
RU-MO|Государственное Собрание Республики Мордовия|State Assembly of the Republic of Mordovia|48|Совет депутатов городского округа Саранск|Council of Deputies of Saransk|28
RU-MOS|Московская областная Дума|Moscow Oblast Duma|50|Совет депутатов городского округа Красногорск|Council of Deputies of Krasnogorsk|30
RU-MOW|Московская городская Дума|Moscow City Duma|45|Совет депутатов муниципального округа Тверской|Council of Deputies of Tverskoy Municipal Okrug|24
RU-MUR|Мурманская областная Дума|Murmansk Oblast Duma|32|Совет депутатов города Мурманска|Council of Deputies of Murmansk|30
RU-NEN|Собрание депутатов Ненецкого автономного округа|Assembly of Deputies of Nenets Autonomous Okrug|19|Совет городского округа город Нарьян-Мар|Council of Naryan-Mar|15
RU-NGR|Новгородская областная Дума|Novgorod Oblast Duma|32|Дума Великого Новгорода|Duma of Veliky Novgorod|30
RU-NIZ|Законодательное Собрание Нижегородской области|Legislative Assembly of Nizhny Novgorod Oblast|50|Городская Дума города Нижнего Новгорода|Nizhny Novgorod City Duma|35
RU-NVS|Законодательное Собрание Новосибирской области|Legislative Assembly of Novosibirsk Oblast|76|Совет депутатов города Новосибирска|Council of Deputies of Novosibirsk|50
RU-OMS|Законодательное Собрание Омской области|Legislative Assembly of Omsk Oblast|44|Омский городской Совет|Omsk City Council|40
RU-ORE|Законодательное Собрание Оренбургской области|Legislative Assembly of Orenburg Oblast|47|Оренбургский городской Совет|Orenburg City Council|40
RU-ORL|Орловский областной Совет народных депутатов|Oryol Oblast Council of People's Deputies|50|Орловский городской Совет народных депутатов|Oryol City Council of People's Deputies|30
RU-PER|Законодательное Собрание Пермского края|Legislative Assembly of Perm Krai|60|Пермская городская Дума|Perm City Duma|36
RU-PNZ|Законодательное Собрание Пензенской области|Legislative Assembly of Penza Oblast|36|Пензенская городская Дума|Penza City Duma|35
RU-PRI|Законодательное Собрание Приморского края|Legislative Assembly of Primorsky Krai|40|Дума города Владивостока|Duma of the City of Vladivostok|35
RU-PSK|Псковское областное Собрание депутатов|Pskov Oblast Assembly of Deputies|26|Псковская городская Дума|Pskov City Duma|25
RU-ROS|Законодательное Собрание Ростовской области|Legislative Assembly of Rostov Oblast|60|Ростовская-на-Дону городская Дума|Rostov-on-Don City Duma|40
RU-RYA|Рязанская областная Дума|Ryazan Oblast Duma|40|Рязанская городская Дума|Ryazan City Duma|40
RU-SA|Государственное Собрание (Ил Тумэн) Республики Саха (Якутия)|State Assembly (Il Tumen) of the Sakha Republic (Yakutia)|70|Якутская городская Дума|Yakutsk City Duma|30
RU-SAK|Сахалинская областная Дума|Sakhalin Oblast Duma|28|Городская Дума города Южно-Сахалинска|Yuzhno-Sakhalinsk City Duma|25
RU-SAM|Самарская Губернская Дума|Samara Governorate Duma|50|Дума городского округа Самара|Duma of the City of Samara|37
RU-SAR|Саратовская областная Дума|Saratov Oblast Duma|40|Саратовская городская Дума|Saratov City Duma|42
RU-SE|Парламент Республики Северная Осетия – Алания|Parliament of the Republic of North Ossetia – Alania|70|Собрание представителей города Владикавказа|Assembly of Representatives of Vladikavkaz|32
RU-SMO|Смоленская областная Дума|Smolensk Oblast Duma|48|Смоленский городской Совет|Smolensk City Council|30
RU-SPE|Законодательное Собрание Санкт-Петербурга|Legislative Assembly of Saint Petersburg|50|Муниципальный Совет муниципального округа Сампсониевское|Municipal Council of Sampsoniyevskoye|20
RU-STA|Дума Ставропольского края|Duma of Stavropol Krai|50|Ставропольская городская Дума|Stavropol City Duma|30
RU-SVE|Законодательное Собрание Свердловской области|Legislative Assembly of Sverdlovsk Oblast|50|Екатеринбургская городская Дума|Yekaterinburg City Duma|36
RU-TA|Государственный Совет Республики Татарстан|State Council of the Republic of Tatarstan|100|Казанская городская Дума|Kazan City Duma|50
RU-TAM|Тамбовская областная Дума|Tambov Oblast Duma|50|Тамбовская городская Дума|Tambov City Duma|36
RU-TOM|Законодательная Дума Томской области|Legislative Duma of Tomsk Oblast|42|Дума города Томска|Duma of the City of Tomsk|37
RU-TUL|Тульская областная Дума|Tula Oblast Duma|38|Тульская городская Дума|Tula City Duma|35
RU-TVE|Законодательное Собрание Тверской области|Legislative Assembly of Tver Oblast|40|Тверская городская Дума|Tver City Duma|33
RU-TY|Верховный Хурал Республики Тыва|Supreme Khural of the Tuva Republic|32|Хурал представителей города Кызыла|Khural of Representatives of Kyzyl|30
RU-TYU|Тюменская областная Дума|Tyumen Oblast Duma|48|Тюменская городская Дума|Tyumen City Duma|36
RU-UD|Государственный Совет Удмуртской Республики|State Council of the Udmurt Republic|60|Городская Дума города Ижевска|Izhevsk City Duma|35
RU-ULY|Законодательное Собрание Ульяновской области|Legislative Assembly of Ulyanovsk Oblast|36|Ульяновская городская Дума|Ulyanovsk City Duma|40
RU-VGG|Волгоградская областная Дума|Volgograd Oblast Duma|38|Волгоградская городская Дума|Volgograd City Duma|36
RU-VLA|Законодательное Собрание Владимирской области|Legislative Assembly of Vladimir Oblast|40|Совет народных депутатов города Владимира|Council of People's Deputies of Vladimir|25
RU-VLG|Законодательное Собрание Вологодской области|Legislative Assembly of Vologda Oblast|34|Вологодская городская Дума|Vologda City Duma|30
RU-VOR|Воронежская областная Дума|Voronezh Oblast Duma|56|Воронежская городская Дума|Voronezh City Duma|36
RU-YAN|Законодательное Собрание Ямало-Ненецкого автономного округа|Legislative Assembly of Yamalo-Nenets Autonomous Okrug|22|Дума города Салехарда|Duma of the City of Salekhard|18
RU-YAR|Ярославская областная Дума|Yaroslavl Oblast Duma|46|Муниципалитет города Ярославля|Municipality of the City of Yaroslavl|38
RU-YEV|Законодательное Собрание Еврейской автономной области|Legislative Assembly of the Jewish Autonomous Oblast|19|Городская Дума города Биробиджана|Birobidzhan City Duma|20
RU-ZAB|Законодательное Собрание Забайкальского края|Legislative Assembly of Zabaykalsky Krai|50|Дума городского округа город Чита|Duma of the City of Chita|29
`;
