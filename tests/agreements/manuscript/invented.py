"""A short agreement in the shape that such texts have; nobody has signed it."""

TEXT = """Samverkansöverenskommelse
Granvik kommun och Lokalpolisområde Granvik 2025–2028

Inledning
Kommunen och polisen arbetar tillsammans för trygghet i hela kommunen. Arbetet är långsiktigt.

Mål
Målen för samverkan är:
- Färre brott i centrum
- Fler som känner sig trygga

Vi börjar med:
- Belysning i parken
- Nattvandring

Uppföljning
Styrgruppen ska minst en gång om året följa upp målen. En gemensam lägesbild tas fram varje år.

Giltighet
Överenskommelsen gäller från den 1 januari 2025 till den 31 december 2028.

Granvik den 3 december 2024

Anna Berg
Kommunstyrelsens ordförande
Granvik kommun

Bo Lund
Lokalpolisområdeschef
"""
