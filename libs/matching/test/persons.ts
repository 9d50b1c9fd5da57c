export const PERSONS = `
different: John Smith | John Smith
different: Hans Müller | Hans Mueller
different: Anna Schmidt | Anne Schmidt
same: John Smith ; tel +1 503 555 7555 | Smith, John ; tel (503) 555-7555 ; country US
same: John Smith ; mail john.smith@gmail.com | John Smith ; mail johnsmith@gmail.com
same: John Smith ; mail john.smith@gmail.com | Smith John ; mail john.smith+shop@googlemail.com
same: Hans Müller ; tel +49 711 1234567 | Hans Mueller ; tel 0711/1234567 ; country DE
same: José García ; mail jose@garcia.es | Jose Garcia ; mail jose@garcia.es
same: Łukasz Żółty ; born 1985-04-03 | Lukasz Zolty ; born 1985-04-03
same: Dr. Anna Schmidt ; born 1971-02-28 | Anna Schmidt ; born 1971-02-28
same: Frau Anna Schmidt ; mail anna@web.de | Schmidt, Anna ; mail anna@web.de
same: Jean-Luc Picard ; tel +33 1 42 68 53 00 | Jean Luc Picard ; tel 01 42 68 53 00 ; country FR
same: Seán O'Brien ; tel +353 1 555 0112 | Sean OBrien ; tel +353 15550112
same: Bob Miller ; mail rmiller@aol.com | Robert Miller ; mail rmiller@aol.com
same: Liz Taylor ; born 1962-02-27 | Elizabeth Taylor ; born 1962-02-27
same: Gabriel García Márquez ; mail gabo@correo.mx | García Márquez, Gabriel ; mail gabo@correo.mx
same: Gabriel García Márquez ; mail gabo@correo.mx | Gabriel García ; mail gabo@correo.mx
same: Christian Andersen ; tel +45 33 55 01 12 | Kristian Andersen ; tel +45 33550112
same: Margaret Smyth ; mail m.smyth@aol.com | Margaret Smith ; mail m.smyth@aol.com ; tel +44 20 7946 0111
same: Петр Иванов ; tel +7 495 123-45-67 | Пётр Иванов ; tel 8 (495) 123-45-67 ; country RU
same: Νίκος Παπαδόπουλος ; mail nikos@in.gr | ΝΙΚΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ ; mail nikos@in.gr
same: Ayşe Yılmaz ; mail ayse@mynet.com | AYSE YILMAZ ; mail ayse@mynet.com
same: Søren Kierkegaard ; born 1913-05-05 | Soren Kierkegaard ; born 1913-05-05
same: John Michael Smith ; tel +1 503 555 7555 | John Smith ; tel +1 503 555 7555
same: Nguyễn Văn An ; tel +84 24 3555 0112 | Nguyen Van An ; tel +84 2435550112
probable: J. Smith ; tel +1 503 555 7555 | John Smith ; tel +1 503 555 7555
probable: J. Smith ; mail js@aol.com | John Smith ; mail js@aol.com
probable: John Smith ; at 12 Main St, Springfield | John Smith ; at 12 Main Street, Springfield
probable: John Smith ; at Apt 5 12 Main St, Springfield, 62701 | John Smith ; at 12 Main Street #5, Springfield, 62701
probable: Hans Huber ; at Hauptstr. 12 a, Wien, 1010 | Huber Hans ; at Hauptstraße 12a, Vienna, 1010
probable: Maria Huber ; born 1980-01-02 ; tel +43 1 5550112 | Maria Wagner ; born 1980-01-02 ; tel +43 1 5550112
probable: John Smith ; born 1980-03-12 ; tel +1 503 555 7555 | John Smith ; born 1980-12-03 ; tel +1 503 555 7555
different: Hans Müller ; at Lindenweg 3, Ulm ; tel +49 731 555011 | Peter Müller ; at Lindenweg 3, Ulm ; tel +49 731 555011
different: Hans Müller ; born 1950-01-01 ; at Lindenweg 3, Ulm | Hans Müller ; born 1982-07-09 ; at Lindenweg 3, Ulm
different: Hans Müller sen. ; at Lindenweg 3, Ulm ; tel +49 731 555011 | Hans Müller jun. ; at Lindenweg 3, Ulm ; tel +49 731 555011
different: John Smith Sr. ; at 12 Main St, Springfield ; tel +1 503 555 7555 | John Smith Jr. ; at 12 Main St, Springfield ; tel +1 503 555 7555
different: John Smith II ; mail smith@aol.com | John Smith III ; mail smith@aol.com
different: Martin Weber ; tel +49 731 555011 ; at Lindenweg 3, Ulm | Martina Weber ; tel +49 731 555011 ; at Lindenweg 3, Ulm
different: Maria Weber ; born 1999-09-09 ; at Lindenweg 3, Ulm | Marie Weber ; born 1999-09-09 ; at Lindenweg 3, Ulm
different: Peter Weber ; mail family.weber@web.de | Petra Weber ; mail family.weber@web.de
different: Anna Bauer ; tel +49 731 555011 | Karl Lange ; tel +49 731 555011
different: John Smith ; tax 31010119900501001X ; mail js@aol.com | John Smith ; tax 11010519491231002X ; mail js@aol.com
different: John Smith ; mail john@aol.com | John Smith ; mail smith@aol.com
different: J. Smith | John Smith
different: Jan Novak ; tel +420 222 555 011 | Jana Novakova ; tel +420 222 555 011
different: Ole Hansen ; at Storgata 1, Oslo | Ole Hansen ; at Storgata 2, Oslo
different: Sara Klein ; at Ringstr. 7, Bonn, 53111 | Sara Klein ; at Ringstr. 7, Ulm, 89073
different: Tom Baker ; born 1975-05-05 | Tom Baker ; born 1980-06-06
same: Иван Петров ; tel +7 916 123 45 67 | Ivan Petrov ; tel +79161234567
same: Александр Смирнов ; mail as@yandex.ru | Alexander Smirnov ; mail as@yandex.ru
different: Иван Петров ; tel +7 916 123 45 67 | Пётр Петров ; tel +7 916 123 45 67
same: Νίκος Παπαδόπουλος ; mail nikos@in.gr | Nikos Papadopoulos ; mail nikos@in.gr
`;
