"""Two invented agreements, in the two shapes that most of the printed ones have."""

#: Dated and numbered at the top, signed at the bottom; goals in one list; renewed by itself.
SIGNED = """
Datum
2019-11-05
Diarienummer (åberopas)
A123.456/2019

Överenskommelse om samverkan 2020-2023 mellan Polismyndigheten och Ekeby kommun

Inledning

Brott förebyggs bäst av flera tillsammans. Därför samverkar Polismyndigheten och Ekeby kommun.

Samverkan i Ekeby

Aktivitetsplanen fastställs av Trygga Ekebys styrgrupp och är giltig i två år, med en årlig
revidering. Medborgarlöften tas gemensamt fram årligen.

Prioritering för åren 2020-2023

Målen för samverkan mellan parterna är:

- Minska brotten i Ekeby.
- Öka tryggheten i Ekeby.

Arbetet ska under hela tiden styras av:

- En aktuell lägesbild.
- En aktivitetsplan.

Uppföljning

Målen ska följas upp och redovisas för Trygga Ekebys styrgrupp. Beredningsgruppen ansvarar för
att uppföljning genomförs.

Tidplan

Överenskommelsen gäller från den 1 januari 2020 till den 31 december 2023.

Tecknas ingen ny överenskommelse förlängs denna tills vidare. Beredningsgruppen ansvarar för
framtagande av ny överenskommelse.

Ekeby den 5 november 2019

Karin Berg
Kommunstyrelsens ordförande
Ekeby kommun

Per Ek
Lokalpolisområdeschef Ekeby
Polisområde Västra Berget
"""

#: The parties with those who sign come first; a goal with sub-goals; headings under headings.
UNSIGNED = """
Samverkansöverenskommelse

Ekeby kommun och Lokalpolisområde Ekeby-Vik 2024–2027

Parter

Ekeby kommun

Karin Berg
Kommunalråd

Olof Dal
Kommundirektör

EKEBY KOMMUN

Polisen

Per Ek
Lokalpolisområdeschef

Polisen

Ett tryggt Ekeby

Kommunen har sedan Lag (2023:196) om kommuners ansvar för brottsförebyggande arbete ett eget ansvar
för arbetet. Det arbete som görs ska synliggöras.

Mål

Det övergripande målet är att öka tryggheten i hela Ekeby.

Delmålen för överenskommelsen är att tillsammans:

- Arbeta kunskapsbaserat
- Stärka den sociala preventionen.

Organisation och arbetssätt

Styrgrupp

Styrgruppen skapar förutsättningar för arbetet och består av två från varje part.

Gemensam lägesbild

En samlad lägesbild tas fram minst vartannat år. Utöver den görs lägesbilder vecko- och kvartalsvis.

Uppföljning och utvärdering

Uppföljning av åtgärdsplanen bör ske minst vartannat år.

Giltighetstid

Denna överenskommelse gäller för åren 2024–2027.
"""
