export const ORGANISATIONS = `
probable: Acme Ltd | Acme Limited
probable: Acme Ltd. | ACME Ltd
probable: Müller GmbH | Mueller GmbH
probable: Müller Maschinenbau GmbH | MULLER MASCHINENBAU G.m.b.H.
probable: Société Générale S.A. | Societe Generale SA
probable: Johnson & Johnson Inc | Johnson and Johnson, Inc.
probable: Nestlé S.A. | Nestle
probable: Łódzka Fabryka Sp. z o.o. | Lodzka Fabryka
probable: The Coca-Cola Company | Coca Cola Co.
probable: Ernst Handel | Ernst Handel GmbH
probable: Bólido Comidas preparadas | Bolido Comidas Preparadas S.L.
probable: O'Brien Systems Ltd | OBrien Systems Limited
probable: Ａｃｍｅ Ｌｔｄ | Acme Ltd
same: Acme Ltd ; tel +44 20 7946 0958 | ACME Limited ; tel 020 7946 0958 ; country GB
same: Siemens AG ; mail info@siemens.com | Siemens ; mail vertrieb@siemens.com
same: Siemens Aktiengesellschaft ; site www.siemens.com | SIEMENS AG ; site https://siemens.com/de
same: Bosch Rexroth AG ; tel +49 9352 180 | Rexroth Bosch AG ; tel 09352 180 ; country DE
same: Alfreds Futterkiste ; at Obere Str. 57, Berlin, 12209 | Alfred's Futterkiste ; at Obere Straße 57, Berlin, 12209
same: Blauer See Delikatessen ; at Forsterstr. 57, Mannheim, 68306 | Blauer See Delikatessen GmbH ; at Forsterstrasse 57, 68306 Mannheim, 68306
same: Ottilies Käseladen ; at Mehrheimerstr. 369, Köln | Ottilies Kaeseladen ; at Mehrheimerstraße 369, Koeln
same: Island Trading ; at Garden House Crowther Way 12, Cowes, PO31 7PJ | Island Trading Ltd ; at 12 Crowther Way Garden House, Cowes, PO317PJ
same: Vins et alcools Chevalier ; tel 26.47.15.10 | Vins & Alcools Chevalier ; tel 26 47 15 10
same: SAP SE ; code vat:DE143593636 | SAP ; tax DE 143 593 636
same: Apple Inc. ; code duns:060704780 | Apple ; code duns:06-070-4780
same: Gourmet Lanchonetes ; mail info@gourmet.com.br | Gourmet Lanchonetes Ltda ; mail compras@gourmet.com.br
same: Wolski Zajazd ; tel +48 22 642 70 12 | Wolski Zajazd Sp. z o.o. ; tel (22) 642-7012 ; country PL
same: Great Lakes Food Market ; tel +1 503 555 7555 | Great Lakes Foods Market ; tel (503) 555-7555 ; country US
probable: Hanari Carnes ; mail info@hanari.com.br | Hanary Carnes ; mail vendas@hanari.com.br ; tel +55 21 3555 0091
same: Berglunds snabbköp AB ; tel 0921-12 34 65 ; country SE | Berglund snabbkop ; tel +46 921 123465
same: Save-a-lot Markets ; site savealot.com | Save a Lot Markets Inc ; mail office@savealot.com
same: Antonio Moreno Taquería ; person +52 55 5539 3932 | Antonio Moreno Taqueria S.A. de C.V. ; tel +52 5555393932
same: Rattlesnake Canyon Grocery ; at 2817 Milton Dr., Albuquerque, 87110 | Rattlesnake Canyon Grocery ; at 2817 Milton Drive, Albuquerque, 87110
same: Split Rail Beer & Ale ; at P.O. Box 555 ; tel +1 307 555 4680 | Split Rail Beer and Ale ; tel 1-307-555-4680 ; country US
same: Lehmanns Marktstand ; tel 069-0245984 ; mail a@lehmanns.de ; country DE | Lehmans Marktstand ; tel +49 69 0245984 ; mail b@lehmanns.de
same: Königlich Essen ; at Maubelstr. 90, Brandenburg, 14776 | Koniglich Essen ; at Maubelstraße 90, Brandenburg, 14776
probable: IBM ; site ibm.com | International Business Machines ; mail info@ibm.com ; tel +1 914 499 1900
same: International Business Machines Corp ; tel +1 914 499 1900 ; site ibm.com | IBM ; tel +1 914 499 1900 ; mail info@ibm.com ; licence NY-0012345
probable: Acme ; site acme.co.uk | Acme International Holdings ; mail info@acme.co.uk
probable: Around the Horn ; mail a@aroundthehorn.co.uk | Around the Horne ; mail b@aroundthehorn.co.uk
different: Acme Ltd | Apex Ltd
different: Nordwind GmbH | Nordwand GmbH
different: Müller Bau GmbH | Müller Elektro GmbH
different: Müller GmbH | Müller AG
different: Müller GmbH | Müller GmbH & Co. KG
different: Siemens AG, Niederlassung Berlin ; mail a@siemens.com | Siemens AG, Niederlassung München ; mail b@siemens.com
different: Acme Ltd - London Branch ; tel +44 20 7946 0958 | Acme Ltd - Leeds Branch ; tel +44 20 7946 0958
different: Acme Ltd ; site acme.co.uk | Acme Ltd, Paris Branch ; site acme.co.uk
different: Starbucks Store 112 ; site starbucks.com | Starbucks Store 113 ; site starbucks.com
different: Acme (Shanghai) Co., Ltd. ; site acme.com | Acme (Beijing) Co., Ltd. ; site acme.com
different: Siemens China ; site siemens.com | Siemens Brazil ; site siemens.com
different: Adler Apotheke ; at Hauptstr. 1, Berlin | Adler Apotheke ; at Hauptstr. 1, Hamburg
different: Hotel Adler Berlin | Hotel Krone Berlin
different: Smith Consulting ; at 1 High Street, York | Jones Logistics ; at 1 High Street, York
different: Green Ltd ; tel +44 20 7946 0958 | Brown Ltd ; tel +44 20 7946 0958
different: Meier Beratung ; mail meier@gmx.de | Schulz Beratung ; mail schulz@gmx.de
different: Delta Systems ; code vat:DE136695976 ; tel +49 9352 180 | Delta Systems ; code vat:DE811907980 ; tel +49 9352 180
different: Alpha Solutions | Beta Solutions
different: Pericles Comidas clásicas | Tortuga Restaurante
same: North/South ; tel 171-555-7733 ; mail a@northsouth.co.uk | North South Ltd ; mail b@northsouth.co.uk
same: B's Beverages ; tel +44 171 555 1212 | Bs Beverages ; tel +44 1715551212
probable: ООО «Ромашка» | OOO Romashka
probable: Ελληνικά Πετρέλαια Α.Ε. | Ellinika Petrelaia AE
probable: St. Gobain | Saint-Gobain S.A.
same: HP Inc ; site hp.com ; tel +1 650 857 1501 | Hewlett-Packard ; site www.hp.com ; tel (650) 857-1501 ; country US
different: HP Inc | Hewlett-Packard
different: Bank of America | Bank of Ireland
different: Deutsche Telekom AG | Deutsche Bahn AG
`;
