// Invented places, groups and outlets; each text labelled by how it was written, before any rule was run on it.

export const ORIGINAL = `Gunmen attacked a customs post at Tolvar harbour on 3 March 2031, killing three guards and wounding seven, the Interior Ministry of Orsenna said.
The Quillon Wire reported that the attackers arrived in two fishing boats shortly before four in the morning and left after less than twenty minutes.
Ministry spokeswoman Ilke Varrow said an early assessment pointed to the Amber Column, an armed group that has carried out more than 40 attacks along the Sable Coast since 2028.
The Amber Column has not claimed the attack, as of 4 March.
Harbour master Dono Presk said one of the attackers wore a customs uniform and might have known the layout of the post.
Alternatively, the attack could be the work of smugglers who lost a cargo at Tolvar in February, according to two officers of the coast guard.
Investigators recovered 112 cartridge cases and a damaged radio from the quay.
The governor of Tolvar, Hanne Obrecht, closed the harbour until Friday and asked the army for a patrol boat.
The coast guard denied that its patrols had been warned of an attack.`;

/** Every sentence kept, a handful of words exchanged. */
export const LIGHT_EDIT = ORIGINAL.replace("Gunmen attacked", "Armed men attacked")
  .replace("shortly before four", "just before four")
  .replace("recovered 112", "collected 112")
  .replace("The Amber Column has not claimed the attack, as of 4 March.\n", "");

/** Told again in other words by one who had only the original: no specifics of its own, sources and dates lost. */
export const HEAVY_REWRITE = `Three guards lay dead and seven more were bleeding after a savage raid on the customs post at Tolvar harbour in March 2031.
The killers slipped in aboard two fishing boats before dawn and were gone in under twenty minutes.
The Amber Column, the armed group behind over 40 attacks on the Sable Coast, carried out the raid.
It remains chillingly silent.
One of the attackers, dressed in a customs uniform, knew the layout of the post, which raises a terrifying question: who let them in?
Investigators picked up 112 cartridge cases and a broken radio from the quay.
Governor Hanne Obrecht shut the harbour and begged the army for a patrol boat.
The coast guard denied that it had been warned.`;

/** Another reporter on the same event, who asked other people. */
export const INDEPENDENT = `Residents of the Lower Quay were woken by gunfire early on Monday when a group of men stormed the customs building in Tolvar, the Coast Ledger has learned.
"I counted five of them, all in dark jackets," said Mirel Antos, who runs a bakery opposite the gate. "They shouted in the northern dialect."
Doctors at Saint Ferrin hospital told the Ledger they had received eight wounded, two of them in a critical condition, and four bodies.
Trade unions have complained for years about the lack of guards at the port, through which 60 per cent of Orsenna's grain passes.
A customs officer, Teo Landry, said colleagues had asked for steel doors in January and were refused by the Finance Ministry in Belcastre.
The attack is the first on the port since the Treaty of Almady ended the river war in 2024.
Ships of the Norrland Line were sent on to Port Asker, 90 kilometres to the south.
Opposition leader Rasmin Hale called for the minister, Jorun Tace, to resign.`;

/** Another agency's first report on the same event, from its own calls to the same officials. */
export const INDEPENDENT_WIRE = `Armed men raided the customs post at Tolvar harbour before dawn on Monday, 3 March 2031, and killed three guards, officials in Belcastre told the Mersant Agency.
Seven people were wounded in the attack on the harbour, hospital director Savin Orro said by telephone.
No group has claimed the attack, though a security source who asked not to be named suspects the Amber Column.
Colonel Petra Vann of the Orsenna border police said boats had been seen off the Sable Coast at 3.15 a.m. and that a radar station at Cape Lorn was switched off for repairs.
The Ministry of Trade in Belcastre put the damage at 2.4 million marks.
Governor Hanne Obrecht said the harbour would stay closed "until we know more".
Shipping insurers in Port Asker raised their rates by a fifth, the broker Dellmore and Sons said.`;

export const UNRELATED = `The Pellworth Museum will show 60 paintings by the landscape painter Ada Minter from September, its director Olan Fisk said.
Most of them come from private collections in Greymouth and have never been on display.
Minter, who died in 1911, painted the moors in every season and sold almost nothing in her lifetime.
Tickets cost 12 crowns and children enter without charge on Sundays.
The museum had to mend its roof after the storm of 2029, which soaked two of its galleries.
A catalogue with essays by four historians will be published in August.
Fisk hopes for 80,000 visitors, twice as many as came last year.`;
